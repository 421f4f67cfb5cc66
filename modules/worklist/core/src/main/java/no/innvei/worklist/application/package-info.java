/** Min dag and the list of participants as use cases: permission, today's date, one query, access row. */
package no.innvei.worklist.application;
