/** The frame around every page: tenant, menu by permission, search, the user's own menu. */
package no.innvei.web.shell;
