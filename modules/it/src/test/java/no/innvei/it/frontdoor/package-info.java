/** The EAR exactly as built, over HTTP and in a browser, against the running stack. One stack for all tests of the run. */
package no.innvei.it.frontdoor;
