package no.innvei.rulescli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.innvei.kernel.rules.Rule;
import no.innvei.kernel.rules.RuleTable;
import no.innvei.kernel.rules.Rules;

/** The rules and tables on the class path, as lists. */
final class AllRules {

    static List<Rule> of(Rules rules) {
        var all = new ArrayList<Rule>();
        rules.all().forEach(all::add);
        return all;
    }

    /** Every table that a rule rests on, once, by file. */
    static Map<String, RuleTable> tables(Rules rules) {
        var tables = new LinkedHashMap<String, RuleTable>();
        for (var rule : rules.all()) {
            rule.tables().forEach(table -> tables.putIfAbsent(table.file(), table));
        }
        return tables;
    }

    private AllRules() {}
}
