package no.innvei.tenancy.domain;

/** A tenant as Keycloak knows it. */
public record Organization(int tenant, String alias, String name) {}
