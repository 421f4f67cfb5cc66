package no.innvei.web.rules;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import no.innvei.kernel.rules.Rule;

/** The rules of one scheme, by name. */
public record RuleShelf(String scheme, List<Entry> rules) {

    /** The schemes in the order a person meets them; one that is new stands last. */
    private static final List<String> ORDER =
            List.of("introduction", "language", "social-studies", "guidance", "parenting", "procedure", "register");

    /** @param chosen whether it is the rule of the page */
    public record Entry(String rule, String name, String question, String address, String anchor, boolean chosen) {}

    static List<RuleShelf> all(String chosen) {
        var shelves = new LinkedHashMap<String, List<Entry>>();
        inOrder()
                .forEach(rule -> shelves.computeIfAbsent(RuleWords.scheme(rule.name()), scheme -> new ArrayList<>())
                        .add(new Entry(
                                rule.name(),
                                RuleWords.name(rule.name()),
                                RuleWords.question(rule.name()),
                                RuleQuery.addressOf(rule),
                                AllRulesPage.anchor(rule.name()),
                                rule.name().equals(chosen))));
        return shelves.entrySet().stream()
                .map(shelf -> new RuleShelf(shelf.getKey(), shelf.getValue()))
                .toList();
    }

    /** Every rule, scheme by scheme. */
    static Stream<Rule> inOrder() {
        return StreamSupport.stream(RuleBook.RULES.all().spliterator(), false)
                .sorted(Comparator.comparingInt((Rule rule) -> place(RuleWords.schemeCode(rule.name())))
                        .thenComparing(rule -> RuleWords.schemeCode(rule.name()))
                        .thenComparing(
                                rule -> RuleWords.name(rule.name()), Collator.getInstance(Locale.of("nb", "NO"))));
    }

    private static int place(String scheme) {
        int place = ORDER.indexOf(scheme);
        return place < 0 ? ORDER.size() : place;
    }
}
