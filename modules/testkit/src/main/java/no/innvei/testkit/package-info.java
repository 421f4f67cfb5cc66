/** A real PostgreSQL with our roles and migrations, and synthetic people, for tests and for the demo stack. Never part of the application. */
package no.innvei.testkit;
