/** Lists across modules: Min dag and the list of participants. Nobody but the web tier depends on this module. */
package no.innvei.worklist.api;
