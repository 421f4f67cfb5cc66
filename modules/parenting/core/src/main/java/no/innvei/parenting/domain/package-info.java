/** Who must have parent guidance, and how much of it. No container, no SQL. */
package no.innvei.parenting.domain;
