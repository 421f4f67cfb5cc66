/** Repositories and queries of the introduction module, visible to this module only. No business rule is decided here. */
package no.innvei.introduction.persistence;
