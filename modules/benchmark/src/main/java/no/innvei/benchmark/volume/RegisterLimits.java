package no.innvei.benchmark.volume;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import no.innvei.kernel.rules.EvaluationJson;
import no.innvei.registersync.api.ItemKind;
import no.innvei.registersync.domain.RegisterDeadlineRule;

/** The rule register.deadline, asked once per kind and day. */
final class RegisterLimits {

    private final RegisterDeadlineRule rule = new RegisterDeadlineRule();
    private final Map<Long, Limit> known = new ConcurrentHashMap<>();

    /** @param evaluation JSON as the application keeps it */
    record Limit(int registerBy, byte[] evaluation) {}

    Limit of(ItemKind kind, int knownOn) {
        return known.computeIfAbsent((long) knownOn << 8 | kind.ordinal(), key -> ask(kind, knownOn));
    }

    private Limit ask(ItemKind kind, int knownOn) {
        Map<String, Object> facts =
                Map.of("knownOn", LocalDate.ofEpochDay(knownOn).toString(), "items", List.of(kind.name()));
        var evaluation = rule.evaluate(facts);
        var registerBy = evaluation.values().get("registerBy");
        return new Limit(
                registerBy == null
                        ? CopyRows.NONE
                        : (int) LocalDate.parse(registerBy.toString()).toEpochDay(),
                EvaluationJson.write(facts, evaluation).getBytes(StandardCharsets.UTF_8));
    }
}
