/** What other modules and the web tier may know about the exchange with the national register, and the port its adapters implement. */
package no.innvei.registersync.api;
