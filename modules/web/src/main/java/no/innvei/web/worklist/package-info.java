/** Min dag, the list of participants and the search box. What was searched for stays in the session; addresses hold codes only. */
package no.innvei.web.worklist;
