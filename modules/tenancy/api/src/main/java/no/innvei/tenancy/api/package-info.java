/** What other modules and the web tier may know about tenants, users and roles. */
package no.innvei.tenancy.api;
