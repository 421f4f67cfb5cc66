package no.innvei.participant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.innvei.kernel.ParticipantId;
import no.innvei.participant.Municipality.ReadFile;
import no.innvei.participant.api.EducationLevel;
import no.innvei.participant.api.ImportColumn;
import no.innvei.participant.api.ImportConfirmation;
import no.innvei.participant.api.ImportFile;
import no.innvei.participant.api.ImportPreview.Code;
import no.innvei.participant.api.ImportPreview.Decision;
import no.innvei.participant.api.ImportPreview.Difference;
import no.innvei.participant.api.ImportPreview.Doubt;
import no.innvei.participant.api.ImportPreview.Outcome;
import no.innvei.participant.api.ImportReading;
import no.innvei.participant.api.ImportStatus;
import no.innvei.participant.api.ImportUndo;
import no.innvei.participant.api.PersonFacts;
import no.innvei.participant.api.RegistrationOutcome;
import org.junit.jupiter.api.Test;

/** Columns that must be chosen, files that contradict people, numbers that look wrong, and imports taken back. */
class ImportConflictsTest {

    private static final String HEADER = "Fornavn;Etternavn;Fødselsdato;Fødselsnummer;DUF-nummer;Utdanning\n";

    private final Municipality ringerike = new Municipality();

    @Test
    void what_somebody_has_stated_is_kept_until_the_user_says_that_the_file_is_right() {
        var rahel = registeredByHand(1);
        var file = "Fornavn;Etternavn;Fødselsdato;DUF-nummer;Utdanning;Målform\nRahel Tesfamariam;Habte;14.06.1994;"
                + People.dufNumber(1) + ";vgs;nynorsk\n";
        var preview = ringerike.reads(file);
        var row = preview.rows().getFirst();
        assertEquals(Outcome.CONFLICT, row.outcome());
        assertEquals(Decision.OURS, row.decision());
        assertEquals(
                List.of(
                        new Difference(ImportColumn.EDUCATION, "grunnskole", "videregående", true),
                        new Difference(ImportColumn.WRITTEN_FORM, null, "nynorsk", false)),
                row.differences());

        assertEquals(1, ringerike.takesIn(preview.id()).updated());
        assertEquals(EducationLevel.PRIMARY_COMPLETED, facts(rahel).education());
        assertNotNull(facts(rahel).writtenForm());

        ringerike.minutesPass(1);
        var again = ringerike.reads(file);
        ringerike.work(office -> {
            office.imports().decide(again.id(), Map.of(2, Decision.FILE));
            return null;
        });
        assertEquals(1, ringerike.takesIn(again.id()).updated());
        assertEquals(EducationLevel.UPPER_SECONDARY, facts(rahel).education());

        // what a file has said, a later file may change without asking
        assertEquals(
                Outcome.UPDATE,
                ringerike
                        .reads(file.replace("vgs", "grunnskole"))
                        .rows()
                        .getFirst()
                        .outcome());
    }

    @Test
    void a_conflict_that_is_kept_as_it_is_changes_nothing() {
        var rahel = registeredByHand(1);
        var version = ringerike
                .work(office -> office.participants().facts(rahel))
                .orElseThrow()
                .version();
        var preview = ringerike.reads(
                "Fornavn;Etternavn;Fødselsdato;DUF-nummer;Utdanning\nRahel Tesfamariam;Habte;14.06.1994;"
                        + People.dufNumber(1) + ";vgs\n");
        ringerike.work(office -> {
            office.imports().decideAll(preview.id(), Decision.FILE);
            office.imports().decideAll(preview.id(), Decision.OURS);
            return null;
        });
        assertEquals(1, ringerike.takesIn(preview.id()).unchanged());
        assertEquals(
                version,
                ringerike
                        .work(office -> office.participants().facts(rahel))
                        .orElseThrow()
                        .version());
    }

    @Test
    void two_people_in_the_file_with_one_number_wait_for_the_user_to_choose_and_only_one_gets_it() {
        var file = HEADER + "Rahel;Habte;14.06.1994;;" + People.dufNumber(1) + ";\nOlena;Kovalenko;01.02.1990;;"
                + People.dufNumber(1) + ";\n";
        var preview = ringerike.reads(file);
        assertEquals(List.of(Outcome.CONFLICT, Outcome.CONFLICT), outcomes(preview));
        assertEquals(
                Code.CLAIMED_TWICE,
                preview.rows().getFirst().reasons().getFirst().code());
        assertEquals(2, ringerike.takesIn(preview.id()).notTaken());
        assertEquals(0, ringerike.count("participant.participant"));

        var both = ringerike.reads(file);
        ringerike.work(office -> {
            office.imports().decideAll(both.id(), Decision.FILE);
            return null;
        });
        var receipt = ringerike.takesIn(both.id());
        assertEquals(List.of(1, 1), List.of(receipt.registered(), receipt.notTaken()));
    }

    @Test
    void columns_that_no_header_tells_are_chosen_once_and_known_the_next_time() {
        var file = ("Kallenavn\tDato\tIdent\tNotat\nRahel\t14.06.1994\t" + People.dufNumber(1) + "\tx\n")
                .getBytes(StandardCharsets.UTF_8);
        var unclear = assertInstanceOf(
                        ImportReading.ColumnsUnclear.class,
                        ringerike.work(office -> office.imports().read(new ImportFile(file))))
                .columns();
        assertEquals(
                List.of(ImportColumn.GIVEN_NAMES, ImportColumn.BORN_ON, ImportColumn.DUF_NUMBER), unclear.missing());
        assertEquals(List.of("14.06.1994"), unclear.columns().get(1).samples());
        assertInstanceOf(
                ImportStatus.Columns.class,
                ringerike.work(office -> office.imports().find(unclear.id())).orElseThrow());
        assertEquals(
                new ImportConfirmation.NotFound(),
                ringerike.work(office -> office.imports().confirm(unclear.id(), true)));

        var meanings = Arrays.asList(ImportColumn.GIVEN_NAMES, ImportColumn.BORN_ON, ImportColumn.DUF_NUMBER, null);
        ringerike.work(office -> office.imports().choose(unclear.id(), meanings));
        assertEquals(1, ringerike.takesIn(unclear.id()).registered());

        var next = ringerike.reads(file);
        assertEquals(List.of(Outcome.UNCHANGED), outcomes(next));
        // the neighbours have chosen nothing
        assertInstanceOf(
                ImportReading.ColumnsUnclear.class,
                new Municipality().work(office -> office.imports().read(new ImportFile(file))));
        assertEquals(
                0,
                Municipality.number("select count(*) from participant.import_header where tenant_id = "
                        + ringerike.tenant + " and import_header::text like '%Kallenavn%'"));
    }

    @Test
    void numbers_that_look_wrong_are_asked_about_once_more() {
        ringerike.takesIn(ringerike.reads(HEADER + rows(5, "grunnskole")).id());
        var changed = ringerike.reads(HEADER + rows(5, "vgs"));
        assertEquals(
                new ImportConfirmation.AskAgain(List.of(new Doubt(Doubt.Kind.MANY_CHANGES, 5, 5))),
                ringerike.work(office -> office.imports().confirm(changed.id(), false)));
        assertInstanceOf(
                ImportStatus.Awaiting.class,
                ringerike.work(office -> office.imports().find(changed.id())).orElseThrow());
        assertEquals(
                new ImportConfirmation.Started(),
                ringerike.work(office -> office.imports().confirm(changed.id(), true)));

        var wrong = ringerike.reads(HEADER + rows(4, "vgs") + "x;;31.02.2000;1;;\n");
        assertEquals(
                new ImportConfirmation.AskAgain(List.of(new Doubt(Doubt.Kind.MANY_ERRORS, 1, 5))),
                ringerike.work(office -> office.imports().confirm(wrong.id(), false)));

        ringerike.jobRuns(changed.id());
        ringerike.takesIn(ringerike.reads(HEADER + rows(3, "vgs")).id());
        var long_ = ringerike.reads(HEADER + rows(100, "vgs"));
        assertEquals(
                new ImportConfirmation.AskAgain(List.of(new Doubt(Doubt.Kind.MANY_ROWS, 100, 5))),
                ringerike.work(office -> office.imports().confirm(long_.id(), false)));
    }

    @Test
    void an_import_is_undone_where_nothing_rests_on_it() {
        var rahel = registeredByHand(1);
        var before = facts(rahel);
        var preview = ringerike.reads(HEADER.replace(
                        "Utdanning", "Utdanning;Målform;Barn født;Oppholdsgrunnlag;Tillatelse gitt")
                + "Rahel;Habte;14.06.1994;" + People.nationalIdNumber(before.bornOn(), 100) + ";" + People.dufNumber(1)
                + ";vgs;nynorsk;01.01.2024;b;01.06.2026\n"
                + IntStream.range(2, 6)
                        .mapToObj(i -> "Olena " + (char) ('a' + i) + ";Kovalenko;0" + i + ".06.1990;;"
                                + People.dufNumber(i) + ";vgs;;;;\n")
                        .collect(Collectors.joining()));
        ringerike.work(office -> {
            office.imports().decideAll(preview.id(), Decision.FILE);
            return null;
        });
        var receipt = ringerike.takesIn(preview.id());
        assertEquals(List.of(4, 1), List.of(receipt.registered(), receipt.updated()));
        assertNotNull(receipt.undoUntil());
        assertEquals(2, facts(rahel).identifiers().size());

        var people = ringerike.told.stream()
                .filter(told -> told.registered() && !told.participant().equals(rahel))
                .map(told -> told.participant())
                .toList();
        ringerike.builtOn.add(people.get(0));
        var second = ringerike
                .work(office -> office.participants().facts(people.get(1)))
                .orElseThrow();
        ringerike.work(office -> office.participants()
                .change(
                        people.get(1),
                        second.version(),
                        People.with(second.facts(), null, null, EducationLevel.HIGHER_EDUCATION)));

        var undo = ringerike
                .work(office -> office.imports().undoPreview(preview.id()))
                .orElseThrow();
        assertEquals(List.of(2L, 1L), List.of(undo.removed(), undo.restored()));
        assertEquals(
                Map.of(people.get(0), ImportUndo.Why.BUILT_ON, people.get(1), ImportUndo.Why.CHANGED_SINCE),
                undo.kept().stream().collect(Collectors.toMap(ImportUndo.Kept::participant, ImportUndo.Kept::why)));
        assertEquals(5, ringerike.count("participant.participant"));

        ringerike.minutesPass(1);
        assertEquals(
                ImportUndo.Outcome.STARTED,
                ringerike.work(office -> office.imports().undo(preview.id())));
        ringerike.jobRuns(preview.id());
        assertEquals(before, facts(rahel));
        assertEquals(3, ringerike.count("participant.participant"));
        assertEquals(
                2,
                ringerike.removed.stream()
                        .mapToInt(removed -> removed.people().size())
                        .sum());
        var undone = ((ImportStatus.Confirmed) ringerike
                        .work(office -> office.imports().find(preview.id()))
                        .orElseThrow())
                .receipt();
        assertNull(undone.undoUntil());
        assertEquals(
                List.of(3, 2), List.of(undone.undone().people(), undone.undone().kept()));
        assertEquals(
                ImportUndo.Outcome.NOT_POSSIBLE,
                ringerike.work(office -> office.imports().undo(preview.id())));
        // the numbers are free again, and the history of the one who was changed tells of both
        assertEquals(
                Outcome.NEW,
                ringerike
                        .reads(HEADER + "Somebody;Else;01.01.1980;" + People.nationalIdNumber(before.bornOn(), 100)
                                + ";;\n")
                        .rows()
                        .getFirst()
                        .outcome());
        assertEquals(
                List.of(3L, 1L),
                List.of(
                        Municipality.number("select count(*) from participant.education where participant_id = '"
                                + rahel.value() + "'"),
                        Municipality.number(
                                "select count(*) from participant.education where superseded_at is null and participant_id = '"
                                        + rahel.value() + "'")));
    }

    @Test
    void after_a_day_an_import_stays_as_it_is() {
        var preview = ringerike.reads(HEADER + rows(1, "vgs"));
        ringerike.takesIn(preview.id());
        ringerike.daysPass(1);
        assertEquals(
                ImportUndo.Outcome.NOT_POSSIBLE,
                ringerike.work(office -> office.imports().undo(preview.id())));
    }

    @Test
    void somebody_hidden_since_is_neither_undone_nor_told() {
        var preview = ringerike.reads(HEADER + rows(2, "vgs"));
        ringerike.takesIn(preview.id());
        ringerike.protects(ringerike.told.getFirst().participant(), 2);
        var undo = ringerike
                .work(office -> office.imports().undoPreview(preview.id()))
                .orElseThrow();
        assertEquals(new ImportUndo(preview.id(), 1, 0, List.of()), undo);
        ringerike.work(office -> office.imports().undo(preview.id()));
        ringerike.jobRuns(preview.id());
        assertEquals(1, ringerike.count("participant.participant"));
    }

    @Test
    void records_that_were_merged_since_stay_and_are_told() {
        var preview = ringerike.reads(HEADER + rows(3, "vgs"));
        ringerike.takesIn(preview.id());
        var merged = ringerike.told.getFirst().participant().value();
        var surviving = ringerike.told.getLast().participant().value();
        Municipality.sql(
                "update participant.participant set merged_into = '" + surviving + "' where id = '" + merged + "'");
        Municipality.sql("update participant.participant set version = version + 1 where id = '" + surviving + "'");

        var undo = ringerike
                .work(office -> office.imports().undoPreview(preview.id()))
                .orElseThrow();

        assertEquals(1, undo.removed());
        assertEquals(
                List.of(ImportUndo.Why.CHANGED_SINCE, ImportUndo.Why.CHANGED_SINCE),
                undo.kept().stream().map(ImportUndo.Kept::why).toList());
        ringerike.work(office -> office.imports().undo(preview.id()));
        ringerike.jobRuns(preview.id());
        assertEquals(2, ringerike.count("participant.participant"));
    }

    private ParticipantId registeredByHand(int serial) {
        var registered = assertInstanceOf(
                RegistrationOutcome.Accepted.class,
                ringerike.work(office -> office.participants().register(People.rahel(People.duf(serial)))));
        ringerike.minutesPass(1);
        return registered.participant();
    }

    private PersonFacts facts(ParticipantId id) {
        return ringerike
                .work(office -> office.participants().facts(id))
                .orElseThrow()
                .facts();
    }

    private static List<Outcome> outcomes(ReadFile preview) {
        return preview.rows().stream().map(row -> row.outcome()).toList();
    }

    private static String rows(int count, String education) {
        return IntStream.range(0, count)
                .mapToObj(i -> "Rahel " + (char) ('a' + i % 26) + (char) ('a' + i / 26) + ";Habte;" + (10 + i % 18)
                        + ".06.1994;;" + People.dufNumber(500 + i) + ";" + education + "\n")
                .collect(Collectors.joining());
    }
}
