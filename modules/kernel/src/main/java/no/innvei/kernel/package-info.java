/** Value types, time and identifiers that every module shares. The JDK only: no framework, no container, no database. */
package no.innvei.kernel;
