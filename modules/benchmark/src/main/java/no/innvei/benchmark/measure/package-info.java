/** Measures the running application at volume: pages and an import at an offered load, with their budgets beside them. */
package no.innvei.benchmark.measure;
