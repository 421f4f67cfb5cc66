/**
 * The table of owed items. Every statement is one atomic change, so that a caseworker who saves and the job that records an answer never undo each
 * other; plain SQL for that reason, no entities.
 */
package no.innvei.registersync.persistence;
