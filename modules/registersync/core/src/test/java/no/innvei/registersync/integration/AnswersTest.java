package no.innvei.registersync.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import no.innvei.registersync.api.RegisterGateway.Answer;
import no.innvei.registersync.api.RegisterStatus.MendAt;
import no.innvei.registersync.integration.RegisterLine.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswersTest {

    private static final String RECEIPT =
            "{\"receipt\":\"NIR-1\",\"acceptedAt\":\"2026-11-24T10:00:00Z\",\"version\":3,\"duplicate\":%s}";

    @Test
    void a_receipt_is_stored_or_a_duplicate() {
        var at = Instant.parse("2026-11-24T10:00:00Z");
        assertEquals(new Answer.Stored("NIR-1", at, 3), answer(201, RECEIPT.formatted("false")));
        assertEquals(new Answer.Duplicate("NIR-1", at, 3), answer(200, RECEIPT.formatted("true")));
    }

    @Test
    void a_refusal_carries_code_and_field() {
        assertEquals(
                new Answer.Refused("R-105", "identifiers"),
                answer(422, "{\"code\":\"R-105\",\"field\":\"identifiers\",\"message\":\"x\"}"));
        assertEquals(new Answer.Refused("R-999", null), answer(422, "{\"code\":\"R-999\",\"field\":\"\"}"));
    }

    @Test
    void a_newer_version_at_the_register_is_a_conflict() {
        assertEquals(new Answer.Conflict(7), answer(409, "{\"code\":\"OLDER_VERSION\",\"heldVersion\":7}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | not json",
                "200 | {}",
                "201 | {\"receipt\":1}",
                "409 | {}",
                "422 | []",
                "400 | {}",
                "418 | tea",
                "301 | ''",
                "200 | {\"receipt\":\"r\",\"acceptedAt\":\"yesterday\",\"version\":1}"
            })
    void an_answer_outside_the_contract_is_an_outcome_and_not_a_crash(int status, String body) {
        assertEquals(new Answer.NotUnderstood(status), answer(status, body));
    }

    @Test
    void a_wrong_token_is_not_the_items_fault() {
        assertEquals(new Answer.NotAdmitted(), answer(401, ""));
        assertEquals(new Answer.NotAdmitted(), answer(403, ""));
    }

    @Test
    void a_code_we_do_not_know_goes_to_the_helpdesk_with_the_code() {
        var refusal = new RegisterVocabulary().explain("R-999", null);
        assertEquals("R-999", refusal.code());
        assertEquals("unknown", refusal.sentence());
        assertEquals(MendAt.HELPDESK, refusal.mendAt());
    }

    private static Answer answer(int status, String body) {
        return HttpRegisterGateway.answer(new Exchange(status, body, Optional.empty()));
    }
}
