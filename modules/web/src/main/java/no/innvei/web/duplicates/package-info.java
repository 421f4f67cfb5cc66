/** People who may be registered twice: the list, two records side by side, the merge and its undoing, and the way from a merged record to the one that stands for it. */
package no.innvei.web.duplicates;
