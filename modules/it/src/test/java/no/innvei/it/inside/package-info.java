/** Tests that must run inside the server: transactions over several persistence units, events, permissions. Real Liberty, real PostgreSQL, scheduler off. */
package no.innvei.it.inside;
