/** The form fields of the design system as Faces components: label, description, control and error wired in one place, by the server. */
package no.innvei.web.field;
