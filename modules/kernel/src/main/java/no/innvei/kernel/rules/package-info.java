/** The machinery of dated legal rules: versions of parameters, evaluations with a step per question. Modules own the rules themselves. */
package no.innvei.kernel.rules;
