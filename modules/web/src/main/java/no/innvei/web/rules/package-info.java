/** The rules of law as pages and as a service: what each one asks for, what it answers, and every word for it. Computes nothing itself. */
package no.innvei.web.rules;
