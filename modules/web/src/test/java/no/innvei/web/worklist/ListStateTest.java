package no.innvei.web.worklist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.innvei.worklist.api.AdviserFilter;
import no.innvei.worklist.api.ListFilters;
import no.innvei.worklist.api.MissingFact;
import no.innvei.worklist.api.ParticipantList.Sort;
import no.innvei.worklist.api.Phase;
import no.innvei.worklist.api.RegisterState;
import no.innvei.worklist.api.RightsCategory;
import org.junit.jupiter.api.Test;

class ListStateTest {

    private static final String HANDLE = "AbCdEfGhIjKlMnOpQrStUv";

    @Test
    void nothing_in_the_address_is_the_whole_list_by_deadline() {
        assertEquals(ListState.START, of(Map.of()));
        assertEquals("/deltakere", ListState.START.address());
    }

    @Test
    void an_address_says_what_the_list_shows_and_is_read_back_as_the_same() {
        var state = new ListState(
                Set.of(Phase.IN_PROGRAMME, Phase.BEFORE_DECISION),
                Set.of(RegisterState.REFUSED),
                30,
                Sort.NAME,
                50,
                "abc_-9",
                HANDLE);

        assertEquals(
                "/deltakere?fase=for-vedtak,i-program&register=avvist&frist=30&sort=navn&rader=50&s=" + HANDLE
                        + "&etter=abc_-9",
                state.address());
        assertEquals(
                state,
                of(Map.of(
                        "fase", new String[] {"for-vedtak,i-program"},
                        "register", new String[] {"avvist"},
                        "frist", new String[] {"30"},
                        "sort", new String[] {"navn"},
                        "rader", new String[] {"50"},
                        "s", new String[] {HANDLE},
                        "etter", new String[] {"abc_-9"})));
    }

    @Test
    void a_filter_may_stand_once_or_several_times() {
        assertEquals(
                Set.of(Phase.EXPECTED, Phase.ENDED),
                of(Map.of("fase", new String[] {"ventet", "avsluttet"})).phases());
    }

    @Test
    void every_filter_column_and_choice_of_look_stands_in_the_address_and_is_read_back() {
        var office = UUID.fromString("0198c0de-0000-7000-8000-0000000000a1");
        var state = new ListState(
                new ListFilters(
                        Set.of(Phase.ENDED),
                        Set.of(RegisterState.ACCEPTED),
                        7,
                        Set.of(RightsCategory.OPEN, RightsCategory.RIGHT_ONLY),
                        office,
                        new AdviserFilter.User(office),
                        Set.of(MissingFact.ADVISER, MissingFact.EDUCATION),
                        true),
                Sort.UNCHANGED,
                100,
                "abc",
                null,
                EnumSet.of(Column.PHASE, Column.ADVISER),
                true,
                true);

        assertEquals(
                "/deltakere?fase=avsluttet&register=godtatt&frist=7&kategori=bare-rett,ikke-avklart&kontor=" + office
                        + "&veileder=" + office
                        + "&mangler=utdanning,veileder&urort=1&sort=uendret&rader=100&kol=fase,veileder&luftig=1&tell=1&etter=abc",
                state.address());
        var parameters = state.parameters().stream()
                .collect(Collectors.toMap(ListState.Parameter::name, each -> new String[] {each.value()}));
        assertEquals(state, of(parameters));
        assertEquals(state.bare(), ListState.ofQuery(state.query()));
    }

    @Test
    void mine_and_nobodys_are_words_in_the_address() {
        for (var code : List.of("meg", "ingen")) {
            var state = of(Map.of("veileder", new String[] {code}));
            assertEquals("/deltakere?veileder=" + code, state.address());
        }
        assertEquals(ListState.START, of(Map.of("veileder", new String[] {"kari"})));
    }

    @Test
    void what_is_no_code_of_ours_is_left_out() {
        var state = of(Map.of(
                "fase", new String[] {"kari nordmann"},
                "frist", new String[] {"31"},
                "sort", new String[] {"alder"},
                "rader", new String[] {"5000"},
                "s", new String[] {"kari"},
                "etter", new String[] {"<script>"}));

        assertEquals(ListState.START, state);
    }

    @Test
    void changing_what_is_listed_begins_at_the_first_page_and_keeps_the_rest() {
        var state = new ListState(Set.of(Phase.ENDED), Set.of(), 7, Sort.NAME, 100, "abc", HANDLE);

        assertNull(state.withPhases(Set.of()).cursor());
        assertNull(state.sortedBy(Sort.DEADLINE).cursor());
        assertEquals(7, state.withPhases(Set.of()).withinDays());
        assertEquals(HANDLE, state.withinDays(null).handle());
        assertNull(state.searching(null).handle());
        assertEquals("abc", state.at("abc").cursor());
    }

    @Test
    void every_code_is_an_address_word() {
        for (var phase : Phase.values()) {
            assertTrue(ListState.code(phase).matches("[a-z-]+"));
        }
        for (var register : RegisterState.values()) {
            assertTrue(ListState.code(register).matches("[a-z-]+"));
        }
    }

    private static ListState of(Map<String, String[]> parameters) {
        Function<String, String[]> values = parameters::get;
        return ListState.of(values);
    }
}
