package no.innvei.participant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import no.innvei.participant.api.CitizenshipGroup;
import no.innvei.participant.api.DatedFact;
import no.innvei.participant.api.EducationLevel;
import no.innvei.participant.api.FactCommand;
import no.innvei.participant.api.FactOutcome;
import no.innvei.participant.api.LifeFact;
import no.innvei.participant.api.PermitBasis;
import no.innvei.participant.api.RegistrationOutcome.Accepted;

/** What lists read is what is true now, and no row is ever lost, whatever staff do on the real database. */
class CopiesPropertyTest {

    private static final Municipality RINGERIKE = new Municipality();
    private static int serial = 1000;

    record Step(int what, int kind, int value, int from) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(0, 7),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(-1, 200))
                .as(Step::new)
                .list()
                .ofMinSize(3)
                .ofMaxSize(12);
    }

    @Property(tries = 40)
    void copies_follow_the_facts_and_rows_only_grow(@ForAll("steps") List<Step> steps) {
        var accepted = assertInstanceOf(
                Accepted.class,
                RINGERIKE.work(office -> office.participants().register(People.rahel(People.duf(serial++)))));
        var participant = accepted.participant();
        long version = accepted.version();
        int rows = 0;
        for (var step : steps) {
            RINGERIKE.timePasses(Duration.ofSeconds(1));
            var history = RINGERIKE
                    .work(office -> office.facts().history(participant))
                    .orElseThrow();
            rows = Math.max(rows, history.facts().size());
            assertEquals(rows, history.facts().size(), "rows only grow");
            var known = history.facts().stream().filter(DatedFact::known).toList();
            var row = known.get(step.from() < 0 ? 0 : step.from() % known.size());
            long expected = version;
            if (step.what() == 4) {
                var form = People.with(
                        RINGERIKE
                                .work(office -> office.participants().facts(participant))
                                .orElseThrow()
                                .facts(),
                        PermitBasis.values()[step.value()],
                        step.from() < 0 ? null : LocalDate.of(2026, 1, 1).plusDays(step.from()),
                        step.value() == 2 ? null : EducationLevel.values()[step.value()]);
                if (RINGERIKE.work(office -> office.participants().change(participant, expected, form))
                        instanceof Accepted changed) {
                    version = changed.version();
                }
            } else if (RINGERIKE.work(office -> office.facts().record(participant, expected, command(step, row)))
                    instanceof FactOutcome.Recorded recorded) {
                version = recorded.version();
            }
            Copies.assertAgree(RINGERIKE.tenant);
        }
    }

    private static FactCommand command(Step step, DatedFact row) {
        var day = step.from() < 0 ? null : LocalDate.of(2026, 1, 1).plusDays(step.from());
        return switch (step.what()) {
            case 0 -> new FactCommand.Change(null, fact(step), day, null);
            case 1 -> new FactCommand.Correct(row.row(), fact(step), row.from(), row.to(), null);
            case 2 -> new FactCommand.End(row.row(), day == null ? LocalDate.of(2026, 9, 1) : day, null);
            default -> new FactCommand.Withdraw(row.row(), null);
        };
    }

    private static LifeFact fact(Step step) {
        return switch (step.kind()) {
            case 0 -> new LifeFact.Name("Rahel " + "ABC".charAt(step.value()), step.value() == 0 ? null : "Habte");
            case 1 -> new LifeFact.Citizenship(List.of("ER", "SE", "SY").get(step.value()), null);
            case 2 -> new LifeFact.Education(EducationLevel.values()[step.value()], null);
            case 3 -> new LifeFact.MotherTongue(List.of("ti", "am", "ar").get(step.value()));
            case 4 -> new LifeFact.Interpreting(step.value() == 0 ? null : "ti");
            case 5 -> new LifeFact.UnaccompaniedMinor(step.value() == 0);
            case 6 -> new LifeFact.ResearchReservation(step.value() == 0);
            default -> new LifeFact.Citizenship(null, CitizenshipGroup.values()[step.value()]);
        };
    }
}
