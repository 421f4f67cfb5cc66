package no.innvei.web.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RoutesTest {

    private static final String ID = "0192f0c4-0000-7000-8000-000000000001";

    private static Optional<String> view(String path) {
        return Routes.find(path).map(found -> found.route().view());
    }

    @Test
    void an_id_is_a_uuid_and_nothing_else() {
        assertEquals(Optional.of("/participant/page.xhtml"), view("/deltakere/" + ID));
        assertEquals(
                Map.of("id", ID), Routes.find("/deltakere/" + ID).orElseThrow().parameters());
        assertTrue(view("/deltakere/148694").isEmpty());
        assertTrue(view("/deltakere/" + ID + "x").isEmpty());
        assertTrue(view("/deltakere/" + ID + "/").isEmpty());
    }

    @Test
    void words_are_not_taken_for_ids() {
        assertEquals(Optional.of("/participant/import.xhtml"), view("/deltakere/import"));
        assertEquals(Optional.of("/participant/register.xhtml"), view("/deltakere/ny"));
    }

    @Test
    void a_version_has_two_parameters() {
        assertEquals(
                Map.of("id", ID, "n", "3"),
                Routes.find("/deltakere/" + ID + "/plan/versjoner/3")
                        .orElseThrow()
                        .parameters());
    }

    @Test
    void no_two_routes_share_an_address_or_a_view() {
        var addresses = new HashSet<String>();
        var views = new HashSet<String>();
        for (var route : Routes.all()) {
            assertTrue(addresses.add(route.address()), route.address());
            assertTrue(views.add(route.view()), route.view());
        }
    }
}
