/** Users, offices and roles of one tenant, and what may be done with them. */
package no.innvei.tenancy.domain;
