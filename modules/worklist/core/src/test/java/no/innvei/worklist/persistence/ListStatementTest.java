package no.innvei.worklist.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import no.innvei.worklist.api.AdviserFilter;
import no.innvei.worklist.api.ListFilters;
import no.innvei.worklist.api.MissingFact;
import no.innvei.worklist.api.ParticipantList.Query;
import no.innvei.worklist.api.ParticipantList.Sort;
import no.innvei.worklist.api.Phase;
import no.innvei.worklist.api.RegisterState;
import no.innvei.worklist.api.RightsCategory;
import no.innvei.worklist.domain.ListPosition;
import no.innvei.worklist.domain.Search;
import no.innvei.worklist.domain.Viewer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ListStatementTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private static final Viewer VIEWER =
            new Viewer(UUID.randomUUID(), TODAY.atTime(9, 0).atOffset(ZoneOffset.ofHours(1)));

    record Case(Query query, Search search, ListPosition position) {}

    static Stream<Case> every_way_to_ask() {
        var searches = List.of(
                Search.EVERYONE,
                new Search(List.of("rahel", "ha"), null, false),
                new Search(List.of(), LocalDate.of(1994, 2, 1), false),
                new Search(List.of(), null, true));
        var phases = List.<Set<Phase>>of(
                Set.of(), EnumSet.of(Phase.EXPECTED, Phase.IN_PROGRAMME), EnumSet.allOf(Phase.class));
        var states = List.<Set<RegisterState>>of(
                Set.of(), EnumSet.of(RegisterState.REFUSED), EnumSet.allOf(RegisterState.class));
        return searches.stream()
                .flatMap(search -> phases.stream()
                        .flatMap(phase -> states.stream()
                                .flatMap(state -> Stream.of(Sort.values())
                                        .flatMap(sort -> Stream.of(null, 0, 30)
                                                .flatMap(days -> positions()
                                                        .map(position -> new Case(
                                                                new Query(null, phase, state, days, sort, 25, null),
                                                                search,
                                                                position)))))));
    }

    private static Stream<ListPosition> positions() {
        return Stream.of(
                null,
                new ListPosition(true, null, UUID.randomUUID()),
                new ListPosition(true, TODAY, UUID.randomUUID()),
                new ListPosition(false, null, Instant.EPOCH, UUID.randomUUID(), UUID.randomUUID()),
                new ListPosition(true, null, Instant.EPOCH, UUID.randomUUID(), UUID.randomUUID()),
                new ListPosition(false, TODAY, UUID.randomUUID()));
    }

    static Stream<ListFilters> every_filter() {
        return Stream.of(
                        Stream.of(RightsCategory.values())
                                .map(each -> ListFilters.NONE.withCategories(EnumSet.of(each))),
                        Stream.of(MissingFact.values()).map(each -> ListFilters.NONE.withMissing(EnumSet.of(each))),
                        Stream.of(
                                        new AdviserFilter.Me(),
                                        new AdviserFilter.Nobody(),
                                        new AdviserFilter.User(UUID.randomUUID()))
                                .map(ListFilters.NONE::withAdviser),
                        Stream.of(
                                ListFilters.NONE.withOffice(UUID.randomUUID()),
                                ListFilters.NONE.withUntouched(true),
                                new ListFilters(
                                        EnumSet.allOf(Phase.class),
                                        EnumSet.allOf(RegisterState.class),
                                        30,
                                        EnumSet.allOf(RightsCategory.class),
                                        UUID.randomUUID(),
                                        new AdviserFilter.Me(),
                                        EnumSet.allOf(MissingFact.class),
                                        true)))
                .flatMap(each -> each);
    }

    @ParameterizedTest
    @MethodSource("every_filter")
    void every_filter_binds_what_it_asks_for_in_every_order_count_and_selection(ListFilters filters) {
        for (var sort : Sort.values()) {
            var query = new Query(null, filters, sort, 25, null);
            positions().forEach(position -> bound(ListStatement.of(query, Search.EVERYONE, position, VIEWER, 26)));
            bound(ListStatement.count(query, Search.EVERYONE, VIEWER));
            bound(ListStatement.everyone(query, Search.EVERYONE, VIEWER, 100));
        }
    }

    private static void bound(Sql sql) {
        assertEquals(
                sql.text().chars().filter(x -> x == '?').count(), sql.values().size());
        assertFalse(sql.text().contains("tenant_id"));
    }

    @ParameterizedTest
    @MethodSource("every_way_to_ask")
    void every_question_mark_has_a_value_and_no_page_is_reached_by_counting_rows(Case c) {
        var sql = ListStatement.of(c.query(), c.search(), c.position(), VIEWER, 26);

        assertEquals(
                sql.text().chars().filter(x -> x == '?').count(), sql.values().size());
        assertFalse(sql.text().contains(" offset "));
        assertFalse(sql.text().contains("tenant_id"));
        assertTrue(sql.text().contains("limit ?"));
    }
}
