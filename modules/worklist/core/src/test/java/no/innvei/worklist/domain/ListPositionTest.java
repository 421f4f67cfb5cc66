package no.innvei.worklist.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ListPositionTest {

    private static final Function<String, byte[]> ONE_TENANT = key("one");
    private static final Function<String, byte[]> ANOTHER_TENANT = key("another");
    private static final ListPosition POSITION = new ListPosition(true, LocalDate.of(2026, 12, 1), UUID.randomUUID());

    @Test
    void a_cursor_leads_back_to_its_place_with_and_without_a_deadline() {
        var backwards = new ListPosition(false, null, UUID.randomUUID());

        assertEquals(Optional.of(POSITION), ListPosition.of(POSITION.cursor("list", ONE_TENANT), "list", ONE_TENANT));
        var changed = new ListPosition(
                true, null, Instant.parse("2026-11-24T08:00:00.123456Z"), UUID.randomUUID(), UUID.randomUUID());
        assertEquals(Optional.of(changed), ListPosition.of(changed.cursor("list", ONE_TENANT), "list", ONE_TENANT));
        assertEquals(Optional.of(backwards), ListPosition.of(backwards.cursor("list", ONE_TENANT), "list", ONE_TENANT));
    }

    @Test
    void a_cursor_of_another_list_or_tenant_is_refused() {
        var cursor = POSITION.cursor("list", ONE_TENANT);

        assertTrue(ListPosition.of(cursor, "other list", ONE_TENANT).isEmpty());
        assertTrue(ListPosition.of(cursor, "list", ANOTHER_TENANT).isEmpty());
    }

    @Property
    void a_cursor_with_one_changed_bit_is_refused(
            @ForAll @IntRange(max = 57) int at, @ForAll @IntRange(max = 7) int bit) {
        var bytes = Base64.getUrlDecoder().decode(POSITION.cursor("list", ONE_TENANT));
        bytes[at] ^= (byte) (1 << bit);

        assertTrue(ListPosition.of(Base64.getUrlEncoder().encodeToString(bytes), "list", ONE_TENANT)
                .isEmpty());
    }

    @Property
    void any_other_text_is_refused(@ForAll String typed) {
        assertTrue(ListPosition.of(typed, "list", ONE_TENANT).isEmpty());
    }

    @Test
    void a_cursor_fits_in_an_address_as_it_is() {
        var cursor = POSITION.cursor("list", ONE_TENANT);

        assertTrue(cursor.matches("[A-Za-z0-9_-]{40,80}"));
        assertFalse(cursor.contains("list"));
    }

    private static Function<String, byte[]> key(String key) {
        return text -> {
            try {
                var mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
                return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        };
    }
}
