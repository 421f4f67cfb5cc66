/** The command {@code ./innvei rules}: lists, explains and evaluates every rule the modules publish. Knows the rule machinery and no rule. */
package no.innvei.rulescli;
