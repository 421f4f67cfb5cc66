/**
 * Programmes, plans and the legal rules they rest on. Entities, value objects and pure logic; no container, no clock, and no SQL beyond the
 * mapping annotations.
 */
package no.innvei.introduction.domain;
