package no.innvei.registersimulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegisterTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T10:00:00Z"), ZoneId.of("Europe/Oslo"));

    @TempDir
    Path folder;

    private final Messages selma = new Messages();

    @Test
    void the_same_key_gives_the_same_receipt_and_one_effect() throws IOException {
        var register = start();
        var message = selma.person(selma.personBody(), 1);

        var first = assertInstanceOf(Reply.Accepted.class, register.put(message));
        var second = assertInstanceOf(Reply.Accepted.class, register.put(message));

        assertFalse(first.duplicate());
        assertTrue(second.duplicate());
        assertEquals(first.item().receipt(), second.item().receipt());
        assertEquals(1, register.ledger().size());
        assertEquals(1, register.ledger().getFirst().timesApplied());
        assertEquals(2, register.ledger().getFirst().timesReceived());
    }

    @Test
    void a_key_still_means_the_first_message_when_the_content_has_changed() throws IOException {
        var register = start();
        var first = selma.person(selma.personBody(), 1);
        register.put(first);
        var changed = selma.person(selma.personBody().add("givenNames", "Selma Ny"), 2);

        var answer = assertInstanceOf(
                Reply.Accepted.class,
                register.put(new Register.Message(
                        first.tenant(), first.kind(), first.id(), 2, first.key(), changed.body())));

        assertEquals(1, answer.item().version());
    }

    @Test
    void an_older_version_never_overwrites_a_newer_one() throws IOException {
        var register = start();
        register.put(selma.person(selma.personBody(), 2));

        assertEquals(new Reply.Older(2), register.put(selma.person(selma.personBody(), 1)));
        assertEquals(new Reply.Older(2), register.put(selma.person(selma.personBody(), 2)));
    }

    @Test
    void a_refusal_changes_nothing_and_the_key_may_be_used_again_when_the_data_are_mended() throws IOException {
        var register = start();
        var refused = selma.person(selma.personBody().remove("identifiers"), 1);
        assertInstanceOf(Reply.Refused.class, register.put(refused));
        assertTrue(register.ledger().isEmpty());

        var mended = selma.person(selma.personBody(), 1);
        var answer = register.put(
                new Register.Message(refused.tenant(), refused.kind(), refused.id(), 1, refused.key(), mended.body()));
        assertInstanceOf(Reply.Accepted.class, answer);
    }

    @Test
    void what_was_accepted_is_there_after_a_restart_with_the_same_receipts() throws IOException {
        var message = selma.person(selma.personBody(), 1);
        var before = assertInstanceOf(Reply.Accepted.class, start().put(message));

        var again = start();

        var answer = assertInstanceOf(Reply.Accepted.class, again.put(message));
        assertTrue(answer.duplicate());
        assertEquals(before.item().receipt(), answer.item().receipt());
        assertEquals(1, again.ledger().getFirst().timesApplied());
        assertEquals(
                before.item().body(),
                again.find(Messages.TENANT, ItemKind.PERSON, selma.person)
                        .orElseThrow()
                        .body());
    }

    @Test
    void a_line_half_written_when_the_process_was_killed_is_cut_off() throws IOException {
        start().put(selma.person(selma.personBody(), 1));
        Files.writeString(journal(), "{\"seq\":2,\"tenant\":\"33", StandardOpenOption.APPEND);

        var again = start();
        assertEquals(1, again.ledger().size());
        var next = new Messages();
        assertInstanceOf(Reply.Accepted.class, again.put(next.person(next.personBody(), 1)));

        assertEquals(
                List.of(1L, 2L),
                start().ledger().stream().map(line -> line.item().seq()).toList());
    }

    @Test
    void another_municipality_has_its_own_items_and_keys() throws IOException {
        var register = start();
        var message = selma.person(selma.personBody(), 1);
        register.put(message);
        var elsewhere = new Register.Message("4601", message.kind(), message.id(), 1, message.key(), message.body());

        assertFalse(
                assertInstanceOf(Reply.Accepted.class, register.put(elsewhere)).duplicate());
    }

    @Test
    void everything_about_a_person_is_found_by_her_key() throws IOException {
        var register = start();
        register.put(selma.person(selma.personBody(), 1));
        register.put(selma.of(ItemKind.OFFER, selma.offerBody()));

        assertEquals(
                List.of(ItemKind.PERSON, ItemKind.OFFER),
                register.about(selma.person).stream().map(Item::kind).toList());
        assertEquals(1, register.about(selma.programme).size());
    }

    private Path journal() {
        return folder.resolve("journal.jsonl");
    }

    private Register start() throws IOException {
        return new Register(Journal.at(journal()), CLOCK);
    }
}
