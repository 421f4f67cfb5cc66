/** Use cases of tenancy: who a login is, a tenant's users and roles, onboarding. Keycloak is only ever told through the outbox. */
package no.innvei.tenancy.application;
