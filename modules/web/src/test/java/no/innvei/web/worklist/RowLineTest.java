package no.innvei.web.worklist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.time.LocalDate;
import no.innvei.kernel.ParticipantId;
import no.innvei.worklist.api.DeadlineKind;
import no.innvei.worklist.api.ParticipantList.NextDeadline;
import no.innvei.worklist.api.ParticipantList.RegisterSummary;
import no.innvei.worklist.api.ParticipantList.Row;
import no.innvei.worklist.api.Phase;
import no.innvei.worklist.api.RegisterState;
import org.junit.jupiter.api.Test;

class RowLineTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final RegisterSummary NOTHING = new RegisterSummary(RegisterState.NOTHING_SENT, 0, 0, 0, null);

    @Test
    void a_row_is_written_in_the_words_of_the_prototype() {
        var row = new RowLine(
                new Row(
                        ParticipantId.next(),
                        "Rahel Tesfamariam",
                        "Habte",
                        32,
                        "so",
                        "A",
                        Phase.IN_PROGRAMME,
                        6,
                        24,
                        "WORK",
                        new NextDeadline(DeadlineKind.MEND_REFUSAL, TODAY.plusDays(8)),
                        new RegisterSummary(RegisterState.REFUSED, 3, 0, 1, null),
                        2,
                        true,
                        "Anna Ås",
                        null,
                        null,
                        "RIGHT_AND_DUTY",
                        java.time.Instant.parse("2026-11-20T08:00:00Z")),
                TODAY);

        assertEquals("Rahel Tesfamariam Habte", row.getName());
        assertEquals("32 år · somali", row.getAge());
        assertEquals("§\u00a09 a", row.getPermit());
        assertEquals("I program", row.getPhase());
        assertEquals("md. 6 av 24", row.getMonths());
        assertEquals(18, row.getMeter());
        assertEquals("Arbeid", row.getGoal());
        assertEquals("Rett opp avvist", row.getDue());
        assertEquals("Avvist, 1 post", row.getRegisterText());
        assertEquals("Utkast 3", row.getPlan());
    }

    @Test
    void what_is_not_known_is_a_dash_and_never_an_empty_cell() {
        var row = new RowLine(row(Phase.EXPECTED, NOTHING), TODAY);

        assertEquals("–", row.getPermit());
        assertEquals("–", row.getGoal());
        assertEquals("–", row.getPlan());
        assertEquals("Ikke sendt", row.getRegisterText());
        assertNull(row.getDue());
        assertFalse(row.isStarted());
        assertEquals("40 år", row.getAge());
    }

    @Test
    void an_acceptance_of_this_year_is_written_without_the_year() {
        assertEquals("Godtatt 22.11.", accepted("2026-11-22T08:00:00Z").getRegisterText());
        assertEquals("Godtatt 22.11.2025", accepted("2025-11-22T08:00:00Z").getRegisterText());
    }

    @Test
    void several_items_are_counted() {
        assertEquals(
                "Venter, 2 poster",
                new RowLine(row(Phase.IN_PROGRAMME, new RegisterSummary(RegisterState.PENDING, 1, 2, 0, null)), TODAY)
                        .getRegisterText());
    }

    private static RowLine accepted(String at) {
        return new RowLine(
                row(Phase.ENDED, new RegisterSummary(RegisterState.ACCEPTED, 5, 0, 0, Instant.parse(at))), TODAY);
    }

    private static Row row(Phase phase, RegisterSummary register) {
        return new Row(
                ParticipantId.next(),
                "Amna",
                null,
                40,
                null,
                null,
                phase,
                null,
                null,
                null,
                null,
                register,
                null,
                false,
                "Anna Ås",
                null,
                null,
                "RIGHT_AND_DUTY",
                java.time.Instant.parse("2026-11-20T08:00:00Z"));
    }
}
