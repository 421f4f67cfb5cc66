/**
 * Everything Innvei needs to run on one machine: PostgreSQL, Keycloak, the register simulator and the server, started in order and stopped again.
 *
 * <p>Used by {@code ./innvei up} and by the tests. Knows no business module; it reads their migrations from the EAR and their tables from its own SQL. Everything listens on 127.0.0.1 only.
 */
package no.innvei.devstack;
