/** The tables of tenancy. The look-up at login goes through its own data source and role, before any tenant is bound. */
package no.innvei.tenancy.persistence;
