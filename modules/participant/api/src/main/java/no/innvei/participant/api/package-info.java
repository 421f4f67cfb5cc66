/** What other modules and the web tier may know about participants. Interfaces, records and sealed outcomes only. */
package no.innvei.participant.api;
