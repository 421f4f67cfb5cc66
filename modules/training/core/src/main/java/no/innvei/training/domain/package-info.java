/** Who has a right or a duty to learn Norwegian and social studies, for how long, and to which level. No container, no SQL. */
package no.innvei.training.domain;
