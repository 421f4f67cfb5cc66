/** The HTTP way to the national register: our neutral contract, docs/api/register-port.yaml. The register's own words stop here. */
package no.innvei.registersync.integration;
