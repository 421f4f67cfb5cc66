package no.innvei.participant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.innvei.participant.Municipality.ReadFile;
import no.innvei.participant.api.EducationLevel;
import no.innvei.participant.api.ImportColumn;
import no.innvei.participant.api.ImportConfirmation;
import no.innvei.participant.api.ImportPreview;
import no.innvei.participant.api.ImportPreview.Code;
import no.innvei.participant.api.ImportPreview.Outcome;
import no.innvei.participant.api.ImportPreview.Reason;
import no.innvei.participant.api.ImportReceipt;
import no.innvei.participant.api.ImportStatus;
import no.innvei.participant.api.PermitBasis;
import org.junit.jupiter.api.Test;

class ImportScenarioTest {

    private static final String HEADER = "Fornavn;Etternavn;Fødselsdato;Fødselsnummer;DUF-nummer;Utdanning\n";

    private final Municipality ringerike = new Municipality();

    @Test
    void nothing_is_written_before_it_is_confirmed_and_reading_the_file_again_changes_nothing() {
        var file = HEADER + row("Rahel", "Habte", 1, "grunnskole") + row("Olena", "Kovalenko", 2, "vgs");
        var preview = ringerike.reads(file);
        assertEquals(List.of(Outcome.NEW, Outcome.NEW), outcomes(preview));
        assertEquals("Rahel Habte", preview.rows().getFirst().name());
        assertEquals(
                List.of(0L, 0L),
                List.of(ringerike.count("participant.participant"), ringerike.count("participant.identifier")));
        assertEquals(List.of(), ringerike.told);

        var receipt = confirmed(preview);
        assertEquals(2, receipt.registered());
        assertEquals(2, ringerike.count("participant.participant"));
        assertEquals(2, ringerike.told.size());
        assertEquals(
                0,
                Municipality.number(
                        "select count(*) from participant.import_line where cells is not null and tenant_id = "
                                + ringerike.tenant));

        var again = ringerike.reads(file);
        assertEquals(List.of(Outcome.UNCHANGED, Outcome.UNCHANGED), outcomes(again));
        assertEquals(2, confirmed(again).unchanged());
        assertEquals(2, ringerike.count("participant.participant"));
        assertEquals(2, ringerike.told.size());
    }

    @Test
    void a_row_that_says_more_changes_what_it_says_and_a_blank_cell_changes_nothing() {
        confirmed(ringerike.reads(HEADER + row("Rahel", "Habte", 1, "grunnskole")));
        var number = People.nationalIdNumber(LocalDate.of(1994, 6, 14), 100);
        var preview =
                ringerike.reads(HEADER + "Rahel;Habte;14.06.1994;" + number + ";" + People.dufNumber(1) + ";vgs\n");
        assertEquals(List.of(Outcome.UPDATE), outcomes(preview));
        assertEquals(
                List.of(ImportColumn.NATIONAL_ID, ImportColumn.EDUCATION),
                preview.rows().getFirst().changed());
        assertEquals(1, ringerike.seen.size());
        assertEquals(1, confirmed(preview).updated());

        assertEquals(
                List.of(Outcome.UNCHANGED), outcomes(ringerike.reads(HEADER + "Rahel;;14.06.1994;" + number + ";;\n")));
    }

    @Test
    void a_preview_nobody_confirmed_is_deleted_after_a_day_with_its_lines_and_only_in_its_own_tenant() {
        var other = new Municipality();
        ringerike.reads(HEADER + row("Rahel", "Habte", 1, "grunnskole"));
        other.reads(HEADER + row("Rahel", "Habte", 2, "grunnskole"));
        var nextDay = Instant.parse("2026-11-25T08:00:00Z");

        assertEquals(0, ringerike.<Integer>work(office -> office.expired().deleteBatch(nextDay.minusSeconds(1))));
        assertEquals(1, ringerike.<Integer>work(office -> office.expired().deleteBatch(nextDay)));

        assertEquals(
                List.of(0L, 0L),
                List.of(ringerike.count("participant.import_batch"), ringerike.count("participant.import_line")));
        assertEquals(1, other.count("participant.import_batch"));
    }

    @Test
    void the_same_person_twice_in_a_file_is_an_error_the_second_time() {
        var preview = ringerike.reads(HEADER + row("Rahel", "Habte", 1, "") + row("Rahel", "Habte", 1, "vgs"));
        assertEquals(List.of(Outcome.NEW, Outcome.ERROR), outcomes(preview));
        assertEquals(
                List.of(new Reason(null, Code.REPEATED_IN_FILE)),
                preview.rows().getLast().reasons());
        var receipt = confirmed(preview);
        assertEquals(1, receipt.registered());
        assertEquals(
                List.of(3),
                ringerike.rows(preview.id(), true).stream()
                        .map(ImportPreview.Row::line)
                        .toList());
        assertEquals("", ringerike.rows(preview.id(), true).getFirst().name());
    }

    @Test
    void rows_that_are_wrong_stay_out_and_the_rest_goes_in() {
        var preview = ringerike.reads(HEADER + "Rahel;Habte;14.06.1994;;" + People.dufNumber(1) + "\n"
                + row("Olena", "", 2, "") + "x;;31.02.2000;1;;\n");
        assertEquals(List.of(Outcome.ERROR, Outcome.NEW, Outcome.ERROR), outcomes(preview));
        assertEquals(
                List.of(new Reason(null, Code.COLUMN_COUNT)),
                preview.rows().getFirst().reasons());
        var receipt = confirmed(preview);
        assertEquals(1, receipt.registered());
        assertEquals(2, receipt.notTaken());
    }

    @Test
    void two_previews_of_one_file_register_nobody_twice() {
        var file = HEADER + row("Rahel", "Habte", 1, "") + row("Olena", "Kovalenko", 2, "");
        var first = ringerike.reads(file);
        var second = ringerike.reads(file);
        assertEquals(2, confirmed(first).registered());
        var receipt = confirmed(second);
        assertEquals(List.of(0, 2), List.of(receipt.registered(), receipt.unchanged()));
        assertEquals(2, ringerike.count("participant.participant"));
    }

    @Test
    void confirming_twice_gives_the_same_receipt_and_changes_nothing() {
        var preview = ringerike.reads(HEADER + row("Rahel", "Habte", 1, ""));
        var receipt = confirmed(preview);
        assertEquals(new ImportConfirmation.Confirmed(receipt), ringerike.confirms(preview.id()));
        assertEquals(
                Optional.of(new ImportStatus.Confirmed(receipt)),
                ringerike.work(office -> office.imports().find(preview.id())));
        assertEquals(1, ringerike.told.size());
    }

    @Test
    void a_job_that_is_killed_in_the_middle_does_the_rest_and_nothing_twice() {
        var preview = ringerike.reads(HEADER
                + IntStream.range(0, 600)
                        .mapToObj(i -> "Rahel " + letters(i) + ";Habte;"
                                + "%02d.%02d.1994".formatted(1 + i % 28, 1 + i / 28 % 12) + ";;"
                                + People.dufNumber(20_000 + i) + ";vgs\n")
                        .collect(Collectors.joining()));
        ringerike.confirms(preview.id());
        ringerike.work(office -> office.chunks().next(preview.id()));
        var halfway = assertInstanceOf(
                ImportStatus.Running.class,
                ringerike.work(office -> office.imports().find(preview.id())).orElseThrow());
        assertEquals(List.of(250L, 600L), List.of(halfway.done(), halfway.all()));
        try {
            ringerike.work(office -> {
                office.chunks().next(preview.id());
                throw new IllegalStateException("the process ends here");
            });
        } catch (IllegalStateException expected) {
            assertEquals("the process ends here", expected.getMessage());
        }
        assertEquals(250, ringerike.count("participant.participant"));

        ringerike.jobRuns(preview.id());
        ringerike.jobRuns(preview.id()); // the same row of the outbox again
        assertEquals(600, ringerike.count("participant.participant"));
        assertEquals(600, ringerike.count("participant.import_written"));
        assertEquals(600, ringerike.takesIn(preview.id()).registered());
    }

    @Test
    void two_imports_of_one_municipality_write_one_after_the_other() {
        var file = HEADER + row("Rahel", "Habte", 1, "");
        var first = ringerike.reads(file);
        var second = ringerike.reads(file);
        ringerike.confirms(first.id());
        ringerike.confirms(second.id());
        var other = new Thread(() -> ringerike.jobRuns(second.id()));
        ringerike.work(office -> {
            office.chunks().next(first.id());
            other.start();
            return null;
        });
        try {
            other.join(60_000);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        ringerike.jobRuns(first.id());
        assertEquals(1, ringerike.takesIn(first.id()).registered());
        assertEquals(1, ringerike.takesIn(second.id()).unchanged());
    }

    @Test
    void a_person_who_was_changed_after_the_preview_is_left_as_the_colleague_left_her() {
        confirmed(ringerike.reads(HEADER + row("Rahel", "Habte", 1, "grunnskole")));
        var rahel = ringerike.told.getFirst();
        var preview = ringerike.reads(HEADER + row("Rahel", "Habte", 1, "vgs"));
        var facts = ringerike
                .work(office -> office.participants().facts(rahel.participant()))
                .orElseThrow()
                .facts();
        ringerike.work(office -> office.participants()
                .change(
                        rahel.participant(),
                        rahel.version(),
                        People.with(facts, PermitBasis.A, null, EducationLevel.HIGHER_EDUCATION)));

        var receipt = confirmed(preview);
        assertEquals(0, receipt.updated());
        assertEquals(
                List.of(new Reason(null, Code.CHANGED_SINCE_PREVIEW)),
                ringerike.rows(preview.id(), true).getFirst().reasons());
        assertEquals(
                EducationLevel.HIGHER_EDUCATION,
                ringerike
                        .work(office -> office.participants().facts(rahel.participant()))
                        .orElseThrow()
                        .facts()
                        .education());
    }

    @Test
    void a_hidden_person_is_told_like_every_other_row_for_a_leader() {
        confirmed(ringerike.reads(HEADER
                + row("Rahel", "Habte", 1, "")
                + row("Olena", "Kovalenko", 2, "")
                + row("Hidden", "Person", 3, "")));
        ringerike.protects(
                ringerike.told.stream()
                        .map(told -> told.participant())
                        .filter(id -> Municipality.number("select count(*) from participant.participant where id = '"
                                        + id.value() + "' and given_names = 'Hidden'")
                                == 1)
                        .findFirst()
                        .orElseThrow(),
                2);

        var number = People.nationalIdNumber(LocalDate.of(1994, 6, 14), 1);
        var preview = ringerike.reads(HEADER
                + row("Hidden", "Person", 3, "vgs") // hidden
                + "Someone;Else;01.01.1970;;" + People.dufNumber(1)
                + ";vgs\n" // the number of another name and birth date
                + "Olena;Kovalenko;14.06.1994;;" + People.dufNumber(9)
                + ";vgs\n" // looks registered, with another number
                + "New;Person;14.06.1994;" + number + ";;\n");
        assertEquals(
                List.of(Outcome.NEEDS_LEADER, Outcome.NEEDS_LEADER, Outcome.NEEDS_LEADER, Outcome.NEW),
                outcomes(preview));
        var hidden = preview.rows().getFirst();
        for (var row : preview.rows().subList(0, 3)) {
            assertEquals(hidden.reasons(), row.reasons());
            assertEquals(hidden.changed(), row.changed());
        }
        assertEquals(List.of(), ringerike.seen);
        assertEquals(3, ringerike.count("participant.identifier"));
        assertEquals(1, confirmed(preview).registered());
        assertEquals(4, ringerike.count("participant.identifier"));
    }

    @Test
    void a_preview_belongs_to_the_one_who_read_the_file_and_is_gone_after_a_day() {
        var preview = ringerike.reads(HEADER + row("Rahel", "Habte", 1, ""));
        var colleague = UUID.randomUUID();
        assertEquals(
                Optional.empty(),
                ringerike.work(0, colleague, office -> office.imports().find(preview.id())));
        assertEquals(
                new ImportConfirmation.NotFound(),
                ringerike.work(0, colleague, office -> office.imports().confirm(preview.id(), true)));
        assertInstanceOf(
                ImportStatus.Awaiting.class,
                ringerike.work(office -> office.imports().find(preview.id())).orElseThrow());

        ringerike.daysPass(1);
        assertEquals(new ImportConfirmation.NotFound(), ringerike.confirms(preview.id()));
        ringerike.reads(HEADER + row("Olena", "Kovalenko", 2, ""));
        assertEquals(1, ringerike.count("participant.import_line"));
    }

    @Test
    void what_waits_for_confirmation_cannot_be_read_in_the_database() {
        ringerike.reads(HEADER + row("Rahel", "Habte", 1, ""));
        assertEquals(
                0,
                Municipality.number(
                        "select count(*) from participant.import_line l where tenant_id = " + ringerike.tenant
                                + " and (position('Rahel'::bytea in l.cells) > 0 or l::text like '%Rahel%')"));
    }

    @Test
    void a_thousand_people_are_taken_in_at_once() {
        var file = HEADER
                + IntStream.range(0, 1_000)
                        .mapToObj(i -> "Rahel " + letters(i) + ";Habte;"
                                + "%02d.%02d.1994".formatted(1 + i % 28, 1 + i / 28 % 12) + ";;"
                                + People.dufNumber(10_000 + i) + ";vgs\n")
                        .collect(Collectors.joining());
        var preview = ringerike.reads(file);
        assertEquals(1_000, preview.count(Outcome.NEW));
        assertEquals(1_000, confirmed(preview).registered());
        assertEquals(1_000, ringerike.reads(file).count(Outcome.UNCHANGED));
    }

    @Test
    void a_part_of_an_import_costs_the_same_statements_for_many_as_for_few_and_is_told_once() {
        int few = statementsOfOnePart(5, 20_000);
        int many = statementsOfOnePart(250, 21_000);

        assertTrue(many <= few + 3, many + " statements for 250 rows, " + few + " for 5");
        assertEquals(2, ringerike.tellings);
    }

    private int statementsOfOnePart(int rows, int serial) {
        var file = HEADER
                + IntStream.range(0, rows)
                        .mapToObj(i -> row("Rahel " + letters(i), "Habte", serial + i, "vgs"))
                        .collect(Collectors.joining());
        var preview = ringerike.reads(file);
        ringerike.confirms(preview.id());
        return ringerike.statements(office -> office.chunks().next(preview.id()));
    }

    private ImportReceipt confirmed(ReadFile preview) {
        return ringerike.takesIn(preview.id());
    }

    private static List<Outcome> outcomes(ReadFile preview) {
        return preview.rows().stream().map(ImportPreview.Row::outcome).toList();
    }

    private static String row(String given, String family, int serial, String education) {
        return given + ";" + family + ";14.06.1994;;" + People.dufNumber(serial) + ";" + education + "\n";
    }

    private static String letters(int i) {
        return "" + (char) ('a' + i % 26) + (char) ('a' + i / 26 % 26) + (char) ('a' + i / 676);
    }
}
