package no.innvei.registersync.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.innvei.kernel.rules.EvaluationJson;
import no.innvei.registersync.api.ItemKind;
import no.innvei.registersync.domain.RegisterDeadlineRule;
import no.innvei.registersync.persistence.OwedItems.Deadline;

/** Applies the rule {@code register.deadline} and keeps its evaluation. */
@ApplicationScoped
class Deadlines {

    private final RegisterDeadlineRule rule = new RegisterDeadlineRule();

    Deadline of(ItemKind kind, LocalDate knownOn) {
        Map<String, Object> facts = Map.of("knownOn", knownOn.toString(), "items", List.of(item(kind)));
        var evaluation = rule.evaluate(facts);
        var registerBy = evaluation.values().get("registerBy");
        return new Deadline(
                knownOn,
                registerBy == null ? null : LocalDate.parse(registerBy.toString()),
                EvaluationJson.write(facts, evaluation));
    }

    /** That two records are one is part of the common data of the person. */
    private static String item(ItemKind kind) {
        return (kind == ItemKind.MERGED_IDENTITY ? ItemKind.PERSON : kind).name();
    }
}
