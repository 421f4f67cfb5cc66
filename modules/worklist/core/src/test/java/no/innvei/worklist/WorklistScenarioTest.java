package no.innvei.worklist;

import static no.innvei.worklist.Municipality.TODAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import no.innvei.kernel.Page;
import no.innvei.testkit.EmbeddedDatabase;
import no.innvei.worklist.api.DeadlineKind;
import no.innvei.worklist.api.MyDay.Source;
import no.innvei.worklist.api.MyDay.Task;
import no.innvei.worklist.api.ParticipantList.ListOutcome;
import no.innvei.worklist.api.ParticipantList.Query;
import no.innvei.worklist.api.ParticipantList.Row;
import no.innvei.worklist.api.ParticipantList.Sort;
import no.innvei.worklist.api.ParticipantList.Suggestion;
import no.innvei.worklist.api.Phase;
import no.innvei.worklist.api.RegisterState;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WorklistScenarioTest {

    private static final AtomicInteger TENANTS = new AtomicInteger();

    private static EmbeddedDatabase database;

    private final Municipality ringerike = new Municipality(database, TENANTS.incrementAndGet(), 0);

    @BeforeAll
    static void migrate() throws Exception {
        database = EmbeddedDatabase.migrated("participant", "introduction", "registersync", "tenancy", "worklist");
    }

    @Test
    void the_next_deadline_decides_the_order_and_people_without_one_come_last_by_name() throws Exception {
        ringerike.settles("Bohdan", "Lysak");
        ringerike.settles("Åse", "Berg");
        ringerike.settles("Hiba", "Sabbagh").inProgramme(TODAY.minusMonths(10), TODAY.plusDays(30));
        ringerike.settles("Amna", "Osman").mustStartBy(TODAY.minusDays(3));

        assertEquals(List.of("Amna Osman", "Hiba Sabbagh", "Åse Berg", "Bohdan Lysak"), names(everyone(Sort.DEADLINE)));
        assertEquals(List.of("Åse Berg", "Bohdan Lysak", "Amna Osman", "Hiba Sabbagh"), names(everyone(Sort.NAME)));
    }

    @Test
    void typed_letters_suggest_the_first_by_name_and_less_than_two_suggest_nobody() throws Exception {
        for (int i = 0; i < 10; i++) {
            ringerike.settles("Marwa", "Forslag" + (char) ('a' + i));
        }
        ringerike.settles("Олена", "Лисак");

        assertEquals(List.of(), suggested("m"));
        assertEquals(8, suggested("mar fors").size());
        assertEquals("Marwa Forslaga", suggested("forslag ma").get(0));
        assertEquals(List.of("Олена Лисак"), suggested("olen"));
        assertEquals(List.of(), suggested("!!"));
        assertEquals(List.of(), suggested(null));
    }

    private List<String> suggested(String typed) throws Exception {
        return ringerike.suggest(typed).value().stream().map(Suggestion::name).toList();
    }

    @Test
    void a_row_tells_where_the_person_is_and_what_is_due() throws Exception {
        ringerike
                .settles("Rahel Tesfamariam", "Habte")
                .inProgramme(LocalDate.of(2026, 6, 1), LocalDate.of(2028, 5, 31))
                .withPlan(2)
                .inRegister("ACCEPTED", TODAY)
                .inRegister("PENDING", TODAY.plusDays(40))
                .inRegister("REFUSED", TODAY.plusDays(12));

        var row = everyone(Sort.NAME).rows().get(0);

        assertEquals("Rahel Tesfamariam Habte", row.name());
        assertEquals(32, row.age());
        assertEquals(Phase.IN_PROGRAMME, row.phase());
        assertEquals(6, row.month());
        assertEquals(24, row.maximumMonths());
        assertEquals(DeadlineKind.MEND_REFUSAL, row.nextDeadline().kind());
        assertEquals(TODAY.plusDays(12), row.nextDeadline().date());
        assertEquals(RegisterState.REFUSED, row.register().state());
        assertEquals(
                List.of(1, 1, 1),
                List.of(
                        row.register().accepted(),
                        row.register().pending(),
                        row.register().refused()));
        assertEquals(2, row.planVersion());
        assertTrue(row.planDraft());
    }

    @Test
    void a_settled_person_outside_the_target_group_is_without_a_programme() throws Exception {
        ringerike.settles("Utenfor", "Loven");
        ringerike.settles("Ventet", "Utenfor", TODAY.plusDays(1));

        assertEquals(
                List.of(Phase.NO_PROGRAMME, Phase.EXPECTED),
                everyone(Sort.NAME).rows().stream().map(Row::phase).toList());
    }

    @Test
    void every_person_stands_on_exactly_one_page_in_both_directions_with_one_statement_a_page() throws Exception {
        var advisers = List.of(ringerike.adviser("Anna Ås"), ringerike.adviser("Bo Berg"));
        for (int i = 0; i < 63; i++) {
            var person = ringerike.settles("Person", "Nummer" + (char) ('a' + i % 26) + i);
            if (i % 4 != 0) {
                person.followedUpBy(advisers.get(i % 2), "ADVISER");
            }
            if (i % 3 == 0) {
                person.mustStartBy(TODAY.plusDays(i % 5));
            }
        }
        for (var sort : Sort.values()) {
            var forwards = new ArrayList<Row>();
            var page = page(query(sort, null));
            while (true) {
                forwards.addAll(page.rows());
                if (page.next().isEmpty()) {
                    break;
                }
                page = page(query(sort, page.next().get()));
            }
            var backwards = new ArrayList<>(page.rows().reversed());
            while (page.previous().isPresent()) {
                page = page(query(sort, page.previous().get()));
                backwards.addAll(page.rows().reversed());
            }
            assertEquals(63, forwards.stream().map(Row::participant).distinct().count());
            Collections.reverse(backwards);
            assertEquals(names(forwards), names(backwards));
        }
    }

    @Test
    void a_cursor_of_another_list_is_refused() throws Exception {
        for (int i = 0; i < 26; i++) {
            ringerike.settles("Person", "N" + i);
        }
        var cursor = page(query(Sort.NAME, null)).next().orElseThrow();

        assertInstanceOf(
                ListOutcome.CursorRefused.class,
                ringerike.list(query(Sort.DEADLINE, cursor)).value());
        assertInstanceOf(
                ListOutcome.CursorRefused.class,
                new Municipality(database, TENANTS.incrementAndGet(), 0)
                        .list(query(Sort.NAME, cursor))
                        .value());
    }

    @Test
    void the_beginnings_of_words_find_a_person_in_any_order_and_any_script() throws Exception {
        ringerike.settles("Rahel Tesfamariam", "Habte");
        ringerike.settles("Олена", "Коваленко");
        ringerike.settles("Kari", "Ødegård");

        assertEquals(List.of("Rahel Tesfamariam Habte"), search("habte rah"));
        assertEquals(List.of("Rahel Tesfamariam Habte"), search("TESFA"));
        assertEquals(List.of("Олена Коваленко"), search("koval olena"));
        assertEquals(List.of("Kari Ødegård"), search("odegard"));
        assertEquals(List.of(), search("habte kari"));
        assertEquals(List.of(), search("abte"));
        assertEquals(3, search("1.2.1994").size());
        assertEquals(List.of("Kari Ødegård"), search("kari 010294"));
        assertEquals(List.of(), search("2.2.1994"));
        assertEquals(List.of(), search("???"));
    }

    @Test
    void a_complete_identity_number_finds_its_person_and_is_written_down() throws Exception {
        var rahel = ringerike.settles("Rahel", "Habte").withIdentifier("01829412345");
        var other = new Municipality(database, TENANTS.incrementAndGet(), 0);

        assertEquals(
                Optional.of(rahel.id), ringerike.withIdentifier("018294 12345").value());
        assertEquals(List.of(rahel.id), ringerike.seen());
        assertEquals(Optional.empty(), ringerike.withIdentifier("01829412346").value());
        assertEquals(Optional.empty(), ringerike.withIdentifier("0182941234").value());
        assertEquals(Optional.empty(), other.withIdentifier("01829412345").value());
        assertEquals(1, ringerike.seen().size());

        assertEquals(List.of("Rahel Habte"), suggested("018294 12345"));
        assertEquals(2, ringerike.seen().size());
    }

    @Test
    void filters_narrow_the_list_and_may_be_combined() throws Exception {
        ringerike.settles("Før", "Vedtak").mustStartBy(TODAY.plusDays(10));
        ringerike
                .settles("I", "Program")
                .inProgramme(TODAY.minusMonths(3), TODAY.plusMonths(9))
                .inRegister("REFUSED", TODAY.plusDays(20));
        ringerike
                .settles("Har", "Sluttet")
                .ended(TODAY.minusMonths(20), TODAY.minusMonths(1), "WORK_FULL_TIME")
                .inRegister("ACCEPTED", TODAY);
        ringerike.settles("Er", "Ventet", null).inRegister("PENDING", TODAY.plusMonths(1));

        assertEquals(List.of("I Program"), filtered(EnumSet.of(Phase.IN_PROGRAMME), Set.of(), null));
        assertEquals(
                List.of("Har Sluttet", "Er Ventet"), filtered(EnumSet.of(Phase.EXPECTED, Phase.ENDED), Set.of(), null));
        assertEquals(List.of("I Program"), filtered(Set.of(), EnumSet.of(RegisterState.REFUSED), null));
        assertEquals(List.of("Har Sluttet"), filtered(Set.of(), EnumSet.of(RegisterState.ACCEPTED), null));
        assertEquals(List.of("Er Ventet"), filtered(Set.of(), EnumSet.of(RegisterState.PENDING), null));
        assertEquals(List.of("Før Vedtak"), filtered(Set.of(), EnumSet.of(RegisterState.NOTHING_SENT), null));
        assertEquals(List.of("Før Vedtak"), filtered(Set.of(), Set.of(), 10));
        assertEquals(List.of(), filtered(Set.of(), Set.of(), 9));
        assertEquals(List.of(), filtered(EnumSet.of(Phase.ENDED), EnumSet.of(RegisterState.REFUSED), 30));
    }

    @Test
    void my_day_holds_what_is_late_what_the_register_refused_and_what_ended_without_a_reason() throws Exception {
        ringerike.settles("Amna", "Osman").mustStartBy(TODAY.minusDays(3));
        ringerike.settles("Elif", "Yildirim").mustStartBy(TODAY);
        ringerike.settles("Senere", "Frist").mustStartBy(TODAY.plusDays(20));
        ringerike.settles("Langt", "Frem").mustStartBy(TODAY.plusDays(80));
        ringerike.settles("Dmytro", "Panasiuk").inProgramme(TODAY.minusYears(1), LocalDate.of(2026, 9, 24));
        ringerike.settles("Ferdig", "Meldt").ended(TODAY.minusYears(1), TODAY.minusMonths(1), "WORK_FULL_TIME");
        ringerike
                .settles("Vira", "Onyshchenko")
                .inProgramme(TODAY.minusMonths(1), TODAY.plusMonths(9))
                .inRegister("REFUSED", TODAY.plusDays(3));
        ringerike
                .settles("Snart", "For Sent")
                .inProgramme(TODAY.minusMonths(2), TODAY.plusMonths(9))
                .inRegister("PENDING", TODAY.plusDays(2));

        var day = ringerike.day(Source.ALL);

        assertEquals(2, day.statements());
        var groups = day.value().groups();
        assertEquals(
                List.of("Amna Osman", "Dmytro Panasiuk", "Elif Yildirim"),
                groups.get(0).tasks().stream().map(Task::name).sorted().toList());
        assertEquals(
                List.of("Snart For Sent", "Vira Onyshchenko"),
                groups.get(1).tasks().stream().map(Task::name).toList());
        assertEquals(
                List.of("Senere Frist"),
                groups.get(2).tasks().stream().map(Task::name).toList());
        assertEquals(
                Map.of(Source.ALL, 5, Source.DEADLINES, 4, Source.REGISTER, 1),
                day.value().counts());
        assertEquals(5, ringerike.waiting().value());
        assertEquals(1, ringerike.waiting().statements());
        assertEquals(TODAY.plusDays(2), day.value().next());
        assertEquals(
                List.of("R-101"),
                day.value().refused().stream().map(Task::refusalCode).toList());
        assertEquals(1, day.value().register().pending());
        assertEquals(4, day.value().phases().get(Phase.BEFORE_DECISION));
        assertEquals(3, day.value().phases().get(Phase.IN_PROGRAMME));
        assertEquals(1, day.value().phases().get(Phase.ENDED));
    }

    @Test
    void after_the_award_only_the_start_remains_and_the_limit_is_the_same() throws Exception {
        ringerike.settles("Elif", "Yildirim").awardedAndMustStartBy(TODAY.plusDays(5));

        var row = everyone(Sort.DEADLINE).rows().get(0);
        var task = ringerike.day(Source.ALL).value().groups().get(1).tasks().get(0);

        assertEquals(Phase.BEFORE_START, row.phase());
        assertEquals(DeadlineKind.START, row.nextDeadline().kind());
        assertEquals(DeadlineKind.START, task.kind());
        assertEquals(TODAY.minusMonths(2), task.since());
    }

    @Test
    void what_waits_behind_a_refusal_is_no_task_of_its_own() throws Exception {
        ringerike
                .settles("Vira", "Onyshchenko")
                .inRegister("REFUSED", TODAY.plusDays(9))
                .inRegister("NOT_SENT", TODAY.plusDays(2));

        var day = ringerike.day(Source.ALL).value();

        assertEquals(1, day.counts().get(Source.ALL));
        assertEquals(
                1, day.groups().stream().mapToInt(group -> group.tasks().size()).sum());
        assertEquals(1, day.register().pending());
    }

    @Test
    void a_day_without_anybody_takes_as_many_statements_and_shows_three_empty_groups() throws Exception {
        var day = ringerike.day(Source.REGISTER);

        assertEquals(2, day.statements());
        assertEquals(3, day.value().groups().size());
        assertNull(day.value().next());
    }

    @Test
    void a_protected_person_is_in_no_list_count_or_search_without_clearance() throws Exception {
        var hidden = ringerike
                .settles("Skjult", "Person")
                .mustStartBy(TODAY)
                .inRegister("REFUSED", TODAY)
                .withIdentifier("01829412345")
                .protectedAt(2);
        var cleared = ringerike.seenWithClearance(2);

        assertEquals(List.of(), names(everyone(Sort.DEADLINE)));
        assertEquals(List.of(), search("skjult"));
        assertEquals(List.of(), suggested("skjult"));
        assertEquals(List.of(), suggested("01829412345"));
        assertEquals(Optional.empty(), ringerike.withIdentifier("01829412345").value());
        assertEquals(0, ringerike.day(Source.ALL).value().counts().get(Source.ALL));
        assertEquals(Map.of(), ringerike.day(Source.ALL).value().phases());
        assertEquals(0, ringerike.day(Source.ALL).value().register().refused());

        assertEquals(
                Optional.of(hidden.id), cleared.withIdentifier("01829412345").value());
        assertEquals(2, cleared.day(Source.ALL).value().counts().get(Source.ALL));
    }

    private List<String> search(String words) throws Exception {
        return names(page(new Query(words, Set.of(), Set.of(), null, Sort.NAME, 25, null)));
    }

    private List<String> filtered(Set<Phase> phases, Set<RegisterState> register, Integer days) throws Exception {
        return names(page(new Query(null, phases, register, days, Sort.DEADLINE, 25, null)));
    }

    private Page<Row> everyone(Sort sort) throws Exception {
        return page(query(sort, null));
    }

    private static Query query(Sort sort, String cursor) {
        return new Query(null, Set.of(), Set.of(), null, sort, 25, cursor);
    }

    /** Every page costs one statement. */
    private Page<Row> page(Query query) throws Exception {
        var counted = ringerike.list(query);
        assertEquals(1, counted.statements());
        return assertInstanceOf(ListOutcome.Found.class, counted.value()).page();
    }

    private static List<String> names(Page<Row> page) {
        return names(page.rows());
    }

    private static List<String> names(List<Row> rows) {
        return rows.stream().map(Row::name).toList();
    }
}
