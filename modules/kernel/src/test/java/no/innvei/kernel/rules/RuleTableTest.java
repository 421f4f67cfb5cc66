package no.innvei.kernel.rules;

import static java.time.LocalDate.parse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class RuleTableTest {

    private static final String HEADER = "valid_from | who | limit | legal_basis | source | note\n";

    @Test
    void a_row_holds_from_its_day_until_the_next_row_with_the_same_key() {
        var set = table("""
                # age limits
                valid_from | who | limit | legal_basis | source | note
                2021-01-01 | all | 55    | § 8         | act    |
                2024-02-29 | all | 58    | § 8         | act    | our reading
                2022-01-01 | few | 30    | § 9         | act    |
                """).set(row -> row.integer("limit"), "all");

        assertTrue(set.on(parse("2020-12-31")).isEmpty());
        assertEquals(55, set.on(parse("2021-01-01")).orElseThrow().parameters());
        assertEquals(55, set.on(parse("2024-02-28")).orElseThrow().parameters());
        assertEquals(58, set.on(parse("2024-02-29")).orElseThrow().parameters());
        assertEquals("our reading", set.on(parse("2024-02-29")).orElseThrow().note());
        assertNull(set.on(parse("2021-01-01")).orElseThrow().note());
    }

    @Test
    void a_row_without_a_start_day_is_kept_for_readers_and_never_used() {
        var set = table(HEADER + """
                2021-01-01 | all | 55 | § 8 | act | -
                -          | all | 60 | § 8 | act | not commenced
                """).set(row -> row.integer("limit"), "all");

        assertEquals(2, set.versions().size());
        assertEquals(55, set.on(parse("2099-01-01")).orElseThrow().parameters());
    }

    @Test
    void a_repealed_rule_has_a_version_without_parameters() {
        var set = table(HEADER + """
                2021-01-01 | all | 55       | § 8 | act |
                2026-01-01 | all | repealed | § 8 | act |
                """).set(row -> row.integer("limit"), "all");

        assertEquals(55, set.on(parse("2025-12-31")).orElseThrow().parameters());
        assertNull(set.on(parse("2026-01-01")).orElseThrow().parameters());
    }

    @Test
    void readers_see_the_rows_of_a_day_the_adopted_ones_and_what_the_comments_say() {
        var table = table("# age limits\n#\n#   all   everybody\n" + HEADER + """
                2021-01-01 | all | 55       | § 8 | act |
                2022-01-01 | few | 30       | § 9 | act |
                2026-01-01 | all | repealed | § 8 | act |
                -          | all | 60       | § 8 | act |
                """);

        assertEquals(List.of("age limits", "", "all   everybody"), table.comments());
        assertEquals(List.of("who"), table.keys());
        assertEquals(List.of(), table.inForce(parse("2020-12-31")));
        assertEquals(List.of("55"), limits(table.inForce(parse("2021-12-31"))));
        assertEquals(List.of("55", "30"), limits(table.inForce(parse("2025-12-31"))));
        assertEquals(List.of("repealed", "30"), limits(table.inForce(parse("2026-01-01"))));
        assertEquals(List.of("60"), limits(table.notInForce()));
    }

    private static List<String> limits(List<RuleTable.Row> rows) {
        return rows.stream().map(row -> row.text("limit")).toList();
    }

    @Test
    void two_rows_for_the_same_day_and_key_are_an_overlap() {
        refused(":3: overlaps", HEADER + """
                2021-01-01 | all | 55 | § 8 | act |
                2021-01-01 | all | 60 | § 8 | act |
                """);
    }

    @Test
    void rows_out_of_order_are_refused() {
        refused(":3: stands after", HEADER + """
                2022-01-01 | all | 55 | § 8 | act |
                2021-01-01 | all | 60 | § 8 | act |
                """);
    }

    @Test
    void an_unknown_a_missing_and_a_doubled_column_are_refused_by_name() {
        refused(":1: unknown column \"limits\"", "valid_from | who | limits | legal_basis | source | note\n");
        refused(":1: column \"limit\" must stand exactly once", "valid_from | who | legal_basis | source | note\n");
        refused(
                ":1: column \"who\" must stand exactly once",
                "valid_from | who | who | limit | legal_basis | source | note\n");
    }

    @Test
    void a_malformed_date_number_or_word_is_refused_with_its_line() {
        refused(":2: \"01.01.2021\" is not a date", HEADER + "01.01.2021 | all | 55 | § 8 | act |\n");
        refused(":2: \"2021-02-29\" is not a date", HEADER + "2021-02-29 | all | 55 | § 8 | act |\n");
        refused(":2: \"many\" under limit is not a whole number", HEADER + "2021-01-01 | all | many | § 8 | act |\n");
        var answer = assertThrows(
                IllegalArgumentException.class,
                () -> table(HEADER + "2021-01-01 | all | MAYBE | § 8 | act |\n")
                        .sets(row -> row.word("limit", Evaluation.Answer.class)));
        assertTrue(answer.getMessage().contains(":2: \"MAYBE\" under limit is none of [YES, NO, UNDETERMINED]"));
    }

    @Test
    void a_row_without_paragraph_or_source_or_with_too_few_cells_is_refused() {
        refused(":2: \"legal_basis\" must be given", HEADER + "2021-01-01 | all | 55 | - | act |\n");
        refused(":2: \"source\" is empty", HEADER + "2021-01-01 | all | 55 | § 8 | |\n");
        refused(":2: 3 cells under 6 columns", HEADER + "2021-01-01 | all | 55\n");
        refused(":1: a table needs", "# only a comment\n");
    }

    private static void refused(String complaint, String text) {
        var thrown =
                assertThrows(IllegalArgumentException.class, () -> table(text).sets(row -> row.integer("limit")));
        assertTrue(thrown.getMessage().startsWith("limits.table" + complaint), thrown.getMessage());
    }

    private static RuleTable table(String text) {
        return RuleTable.parse("limits.table", text, List.of("who"), List.of("limit"));
    }

    @Test
    void comments_are_read_as_question_remarks_and_explanations() {
        var table = RuleTable.parse("t", """
                # a.b-c: Hva er spørsmålet?
                # Versjonen velges av dagen (on).
                #
                # from            fra og med
                # first, second   to navn
                #                 og en linje til
                # third,
                #   fourth        delt navn
                # «-» betyr ingen.
                valid_from | first | legal_basis | source | note
                2021-01-01 | 1     | § 1         | LOV    | -
                """, List.of(), List.of("first"));

        assertEquals("Hva er spørsmålet?", table.question());
        assertEquals(List.of("Versjonen velges av dagen (on).", "«-» betyr ingen."), table.remarks());
        assertEquals(
                List.of("from=fra og med", "first, second=to navn og en linje til", "third, fourth=delt navn"),
                table.explanations().entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .toList());
        assertEquals(
                "",
                RuleTable.parse(
                                "t",
                                "valid_from | first | legal_basis | source | note\n2021-01-01 | 1 | § 1 | LOV | -",
                                List.of(),
                                List.of("first"))
                        .question());
    }

    @Test
    void cells_are_read_in_the_form_the_rule_asks_for() {
        var table = RuleTable.parse("t", """
                # q
                valid_from | key | value | legal_basis | source | note
                2021-01-01 | a   | 1.5   | § 1 | LOV | -
                2021-01-01 | b   | YES NO | § 1 | LOV | n
                2021-01-01 | c   | -     | § 1 | LOV | -
                2021-01-01 | d   | NO    | § 1 | LOV | -
                2022-01-01 | d   | repealed | § 1 | LOV | -
                """, List.of("key"), List.of("value"));
        var rows = table.rows();

        assertEquals(new java.math.BigDecimal("1.5"), rows.get(0).decimal("value"));
        assertEquals(
                List.of(Evaluation.Answer.YES, Evaluation.Answer.NO),
                rows.get(1).words("value", Evaluation.Answer.class));
        assertEquals(List.of(), rows.get(2).words("value", Evaluation.Answer.class));
        assertEquals(true, rows.get(2).none("value"));
        assertEquals(false, rows.get(3).none("value"));
        assertEquals(Evaluation.Answer.NO, rows.get(3).word("value", Evaluation.Answer.class));
        assertThrows(IllegalArgumentException.class, () -> rows.get(0).word("value", Evaluation.Answer.class));
        assertThrows(IllegalArgumentException.class, () -> rows.get(1).decimal("value"));
        assertThrows(IllegalArgumentException.class, () -> rows.get(1).integer("value"));
        assertThrows(IllegalArgumentException.class, () -> rows.get(1).text("none"));
        assertEquals("t", table.file());
        assertEquals(List.of("value"), table.values());
        var sets = table.sets(row -> row.text("value"));
        assertEquals(List.of(List.of("a"), List.of("b"), List.of("c"), List.of("d")), List.copyOf(sets.keySet()));
        assertEquals(
                "NO",
                sets.get(List.of("d")).on(parse("2021-12-31")).orElseThrow().parameters());
        assertNull(sets.get(List.of("d")).on(parse("2022-01-01")).orElseThrow().parameters());
        assertEquals(
                "n",
                sets.get(List.of("b")).on(parse("2021-01-01")).orElseThrow().note());
    }

    @Test
    void a_table_lies_beside_the_classes_of_its_module() {
        assertEquals(
                "/rules/none.table: no such parameter file",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> RuleTable.read(RuleTableTest.class, "/rules/none.table", List.of(), List.of()))
                        .getMessage());
        assertEquals(
                1,
                RuleTable.read(RuleTableTest.class, "/rules/test-example.table", List.of(), List.of("value"))
                        .rows()
                        .size());
    }
}
