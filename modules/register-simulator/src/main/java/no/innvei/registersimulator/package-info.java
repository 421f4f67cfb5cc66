/**
 * The national register's counterpart for demo and test: our neutral contract version 1 (docs/api/register-port.yaml) with validation, receipts and
 * refusals, idempotent by key, and faults that a test can switch on. It shares no class with the application that talks to it, so that the contract is
 * really what they have in common.
 */
package no.innvei.registersimulator;
