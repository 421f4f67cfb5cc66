/** What the register has and has not got, in words: the overview of the tenant, the panel of one participant, and the same for other systems. */
package no.innvei.web.registersync;
