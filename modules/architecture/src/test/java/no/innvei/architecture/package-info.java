/** Tests over all modules at once: boundaries, the database catalogue, isolation of tenants, and documents that are generated from the code. */
package no.innvei.architecture;
