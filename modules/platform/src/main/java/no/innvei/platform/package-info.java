/** What every module builds on inside the container: permissions, scope, outbox, jobs, access log, encryption. It knows no domain. */
package no.innvei.platform;
