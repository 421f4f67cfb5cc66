/** What operations may know about this module's surroundings; numbers and words, no data of anybody. */
package no.innvei.tenancy.health;
