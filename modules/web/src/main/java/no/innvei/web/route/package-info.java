/** Addresses: from what people see to the view that answers, and back. */
package no.innvei.web.route;
