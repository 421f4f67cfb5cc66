/** What pages are built with: where to go next, messages, the wiring of fields, choices and explanations. README.md of the module shows how. */
package no.innvei.web.page;
