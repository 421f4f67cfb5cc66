/** What forvaltningsloven says about every decision, whichever module makes it. No container, no SQL, and nothing about introduction or training. */
package no.innvei.procedure.domain;
