package no.innvei.web.worklist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Locale;
import no.innvei.kernel.ParticipantId;
import no.innvei.web.text.Texts;
import no.innvei.worklist.api.DeadlineKind;
import no.innvei.worklist.api.MyDay.Task;
import org.junit.jupiter.api.Test;

class TaskLineTest {

    private static final ParticipantId AMNA = ParticipantId.next();
    private static final LocalDate DEADLINE = LocalDate.of(2026, 11, 20);
    private static final LocalDate SINCE = LocalDate.of(2026, 8, 20);

    @Test
    void a_start_deadline_says_what_it_is_counted_from_and_by_which_paragraph() {
        var task = line(DeadlineKind.DECIDE_AND_START, null, null, "nb");

        assertEquals("Fatt vedtak og start programmet", task.getTitle());
        assertEquals(
                "Fristen regnes fra 20.08.2026. Vedtak og oppstart skal skje innen tre måneder.", task.getReason());
        assertEquals("integreringsloven §\u00a012 andre ledd", task.getParagraph());
        assertEquals("/deltakere/" + AMNA.value() + "/program", task.getAddress());
    }

    @Test
    void nynorsk_says_the_same_in_its_own_words() {
        var task = line(DeadlineKind.DECIDE_AND_START, null, null, "nn");

        assertEquals("Gjer vedtak og start programmet", task.getTitle());
        assertEquals("integreringslova §\u00a012 andre ledd", task.getParagraph());
    }

    @Test
    void a_refusal_says_what_was_refused_and_why_and_leads_to_the_field() {
        var task = line(DeadlineKind.MEND_REFUSAL, "PERSON", "R-105", "nb");

        assertEquals("Personen: fødselsnummer, D-nummer og DUF-nummer mangler", task.getReason());
        assertEquals("/deltakere/" + AMNA.value() + "/rediger#nationalId", task.getAddress());
    }

    @Test
    void a_refusal_that_is_not_about_the_person_leads_to_the_register_page() {
        assertEquals(
                "/deltakere/" + AMNA.value() + "/register",
                line(DeadlineKind.MEND_REFUSAL, "PROGRAMME_OFFER", "R-214", "nb")
                        .getAddress());
    }

    @Test
    void a_code_we_have_no_words_for_is_shown_as_it_came() {
        assertTrue(line(DeadlineKind.MEND_REFUSAL, "NEW_KIND", "R-999", "nb")
                .getReason()
                .endsWith("R-999"));
    }

    private static TaskLine line(DeadlineKind kind, String item, String code, String language) {
        var task = new Task(kind, DEADLINE, SINCE, AMNA, "Amna Idris Osman", null, item, code, null, false);
        return new TaskLine(task, Texts.of("worklist", Locale.of(language)));
    }
}
