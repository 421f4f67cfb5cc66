/** What a search means, where a page of a list begins, and which day a task belongs to. No container, no database. */
package no.innvei.worklist.domain;
