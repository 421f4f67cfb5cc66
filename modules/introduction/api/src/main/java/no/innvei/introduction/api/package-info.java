/**
 * What other modules and the web tier may know about introduction programmes and integration plans.
 *
 * <p>Interfaces, records and sealed outcomes only. Nothing here is an entity, and nothing here knows about Faces, REST or SQL.
 */
package no.innvei.introduction.api;
