/** Pages and REST resources of participants: register, edit, import, and the participant's own page. */
package no.innvei.web.participant;
