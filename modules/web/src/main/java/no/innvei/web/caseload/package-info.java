/** Who follows up whom: the panel on a participant's page, giving a case to somebody, and giving many to others at once. */
package no.innvei.web.caseload;
