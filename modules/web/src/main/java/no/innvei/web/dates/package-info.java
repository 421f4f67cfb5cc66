/** Dates as staff write and read them (ux.md sections 4 and 6). Plain Java except for the converter. */
package no.innvei.web.dates;
