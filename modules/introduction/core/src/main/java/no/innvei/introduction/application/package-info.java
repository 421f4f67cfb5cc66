/** Use cases of the introduction module: permission, transaction, decide, write, tell. The law itself is in {@code domain}. */
package no.innvei.introduction.application;
