package no.innvei.training.domain;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.innvei.kernel.rules.Counting;
import no.innvei.kernel.rules.Evaluation.Answer;
import no.innvei.kernel.rules.Facts;
import no.innvei.kernel.rules.RuleSet;
import no.innvei.kernel.rules.RuleTable;
import no.innvei.training.domain.TrainingWords.Permit;

/**
 * What the date of the permit decides: whether collective protection follows chapter 6A, and whether the limits of Norwegian and of social studies
 * are counted from the offer of start or from the day the person entered the target group. Approved leave is laid after the last day.
 *
 * <p>Legal source: integreringsloven §§ 32, 33 and chapter 6A, integreringsforskriften § 74.
 */
final class TransitionalRules {

    private enum From {
        OFFER,
        TARGET_GROUP
    }

    private enum Collective {
        CHAPTER_6A
    }

    private final RuleTable table;
    private final RuleSet<From> limitFrom;
    private final RuleSet<LocalDate> takenToBeFrom;
    private final RuleSet<Collective> collectiveProtection;

    TransitionalRules() {
        this(RuleTable.read(
                TransitionalRules.class, "/rules/training-transition.table", List.of("parameter"), List.of("value")));
    }

    TransitionalRules(RuleTable table) {
        this.table = table;
        limitFrom = table.set(row -> row.word("value", From.class), "limit_from");
        takenToBeFrom = table.set(row -> LocalDate.parse(row.text("value")), "permit_taken_to_be_from");
        collectiveProtection = table.set(row -> row.word("value", Collective.class), "collective_protection");
    }

    RuleTable table() {
        return table;
    }

    /** The day the permit is taken to be from when the case does not say. */
    RuleSet.Version<LocalDate> takenToBeFrom(LocalDate offerOn) {
        return takenToBeFrom.on(offerOn).orElseThrow();
    }

    /** The version that puts this permit under chapter 6A; empty for every other permit. */
    Optional<RuleSet.Version<?>> chapter6a(Permit permit, LocalDate permitGrantedOn) {
        return permit == Permit.E
                ? collectiveProtection
                        .on(permitGrantedOn)
                        .filter(version -> version.parameters() != null)
                        .map(version -> version)
                : Optional.empty();
    }

    /**
     * The last day of a limit counted from an event, approved leave included; said in two steps. Empty, with a step that says so, when the day of
     * entry into the target group decides and is not known.
     */
    Optional<LocalDate> lastDay(String id, Trail trail, LocalDate permitGrantedOn, int months, Facts facts) {
        var law = limitFrom.on(permitGrantedOn).orElseThrow();
        var name = law.parameters() == From.OFFER ? "offerOn" : "targetGroupSince";
        var from = facts.optionalDate(name).orElse(null);
        var shown = new HashMap<String, String>();
        shown.put("countedFrom", name);
        facts.optionalDate("permitGrantedOn").ifPresent(day -> shown.put("permitGrantedOn", day.toString()));
        if (from == null) {
            trail.step(
                    id,
                    law,
                    Answer.UNDETERMINED,
                    shown,
                    "Fristen regnes fra dagen personen kom inn i målgruppa, og den er ikke oppgitt (targetGroupSince).");
            return Optional.empty();
        }
        shown.put(name, from.toString());
        trail.step(id, law, Answer.YES, shown);
        return Optional.of(withLeave(Counting.monthsFrom(from, months), facts));
    }

    /** Approved leave is counted in calendar days and laid after the last day. */
    static LocalDate withLeave(LocalDate lastDay, Facts facts) {
        return lastDay.plusDays(leave(facts));
    }

    /** What a last day rests on. */
    static Map<String, String> shown(int months, LocalDate lastDay, Facts facts) {
        return Map.of(
                "months",
                Integer.toString(months),
                "approvedLeaveDays",
                Integer.toString(leave(facts)),
                "lastDay",
                lastDay.toString());
    }

    private static int leave(Facts facts) {
        return facts.optionalInteger("approvedLeaveDays").orElse(0);
    }
}
