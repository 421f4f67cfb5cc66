package no.innvei.registersimulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.json.Json;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FaultsTest {

    private final Faults faults = new Faults();

    @Test
    void nothing_goes_wrong_until_it_is_asked_for() {
        IntStream.range(0, 1000).forEach(i -> assertEquals(Faults.Fate.NORMAL, faults.draw()));
    }

    @Test
    void the_same_seed_gives_the_same_fates() {
        var settings = Faults.Settings.of(Json.createObjectBuilder()
                .add("unavailablePercent", 15)
                .add("droppedPercent", 5)
                .add("brokenPercent", 2)
                .add("seed", 7)
                .build());
        faults.set(settings);
        var first = IntStream.range(0, 200).mapToObj(i -> faults.draw()).toList();
        faults.set(settings);
        assertEquals(first, IntStream.range(0, 200).mapToObj(i -> faults.draw()).toList());
    }

    @Test
    void shares_above_a_hundred_and_unknown_collections_are_not_accepted() {
        assertThrows(IllegalArgumentException.class, () -> new Faults.Settings(0, 60, 30, 11, false, null, null, 1));
        assertThrows(IllegalArgumentException.class, () -> new Faults.Settings(0, 0, 0, 0, false, "dogs", "R-1", 1));
    }
}
