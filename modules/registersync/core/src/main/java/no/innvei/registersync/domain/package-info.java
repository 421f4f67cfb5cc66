/** What is owed to the register and by when. No container, no SQL, and none of the register's own words. */
package no.innvei.registersync.domain;
