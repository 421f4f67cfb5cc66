/** The use cases: permission, transaction, decision, event. Also the reading of import files, which is pure. */
package no.innvei.participant.application;
