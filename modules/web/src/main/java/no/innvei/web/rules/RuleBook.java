package no.innvei.web.rules;

import no.innvei.kernel.rules.Rules;

/** Every rule the modules publish, found once. */
final class RuleBook {

    static final Rules RULES = Rules.load(RuleBook.class.getClassLoader());

    private RuleBook() {}
}
