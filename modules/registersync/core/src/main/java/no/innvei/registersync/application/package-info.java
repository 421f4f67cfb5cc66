/** What is owed follows from what happens in other modules; what people may see of it; and the short transactions in which delivery writes answers down. */
package no.innvei.registersync.application;
