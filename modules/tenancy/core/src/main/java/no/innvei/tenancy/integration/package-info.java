/**
 * Keycloak's side of users and tenants. The only package that knows Keycloak's vocabulary; it calls over the network and therefore never inside a
 * transaction.
 */
package no.innvei.tenancy.integration;
