/** Invented people with families, permits and programmes for a county or the whole country, written straight into the database: the same seed and day give the same rows. */
package no.innvei.benchmark.volume;
