/** One native query per list over the views other modules publish ({@code pub_…}). Reads only; the module owns no tables. */
package no.innvei.worklist.persistence;
