/**
 * The tenant binding below the server's connection pool. Lies in the server's shared library, so that application and driver see one class; it
 * must know nothing of the application.
 */
package no.innvei.binding;
