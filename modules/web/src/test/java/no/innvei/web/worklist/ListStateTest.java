package no.innvei.web.worklist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import no.innvei.worklist.api.ParticipantList.Sort;
import no.innvei.worklist.api.Phase;
import no.innvei.worklist.api.RegisterState;
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
