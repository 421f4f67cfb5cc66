/** Who has a right or a duty to career guidance, and when it should be held and registered. No container, no SQL. */
package no.innvei.guidance.domain;
