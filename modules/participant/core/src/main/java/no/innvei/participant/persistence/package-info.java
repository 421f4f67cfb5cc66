/** Storage of participants, identity numbers and imports. Only the application layer comes here. */
package no.innvei.participant.persistence;
