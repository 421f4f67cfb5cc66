/** Roles and the permission tables that modules publish. Who holds a role is decided in {@code tenancy}; nothing here looks anything up. */
package no.innvei.kernel.access;
