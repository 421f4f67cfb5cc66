/** What every REST resource shares: the application, problems (RFC 9457), conditional requests. The resources themselves lie with their module. */
package no.innvei.web.rest;
