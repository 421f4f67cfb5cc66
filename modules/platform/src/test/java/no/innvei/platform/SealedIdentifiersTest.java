package no.innvei.platform;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import no.innvei.binding.TenantContext;
import no.innvei.binding.TenantContext.Scope;
import org.junit.jupiter.api.Test;

class SealedIdentifiersTest {

    private static final String NUMBER = "02813299917";

    private final SealedIdentifiers vault = vault(1, "");

    @Test
    void what_is_sealed_opens_and_two_sealings_differ() throws Exception {
        byte[] first = in(1, () -> vault.seal(NUMBER));
        byte[] second = in(1, () -> vault.seal(NUMBER));

        assertFalse(Arrays.equals(first, second));
        assertEquals(NUMBER, in(1, () -> vault.open(first)));
        assertEquals(NUMBER, in(1, () -> vault.open(second)));
    }

    @Test
    void a_changed_value_does_not_open_wherever_it_was_changed() throws Exception {
        byte[] sealed = in(1, () -> vault.seal(NUMBER));
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertThrows(IllegalStateException.class, () -> in(1, () -> vault.open(changed)));
        }
    }

    @Test
    void a_value_moved_to_another_tenant_does_not_open() throws Exception {
        byte[] sealed = in(1, () -> vault.seal(NUMBER));
        assertThrows(IllegalStateException.class, () -> in(2, () -> vault.open(sealed)));
    }

    @Test
    void the_same_number_has_one_hash_per_tenant() throws Exception {
        assertArrayEquals(in(1, () -> vault.hash(NUMBER)), in(1, () -> vault.hash(NUMBER)));
        assertFalse(Arrays.equals(in(1, () -> vault.hash(NUMBER)), in(2, () -> vault.hash(NUMBER))));
    }

    @Test
    void a_new_key_seals_while_the_old_one_still_opens_and_hashes_stay() throws Exception {
        byte[] before = in(1, () -> vault.seal(NUMBER));
        var rotated = vault(2, key(1));

        assertEquals(NUMBER, in(1, () -> rotated.open(before)));
        assertArrayEquals(in(1, () -> vault.hash(NUMBER)), in(1, () -> rotated.hash(NUMBER)));
        byte[] after = in(1, () -> rotated.seal(NUMBER));
        assertThrows(IllegalStateException.class, () -> in(1, () -> vault.open(after)));
    }

    @Test
    void a_missing_or_malformed_key_stops_the_start_without_repeating_it() {
        for (var wrong : new String[] {"", "short", Base64.getEncoder().encodeToString(new byte[16])}) {
            var refused =
                    assertThrows(IllegalStateException.class, () -> new SealedIdentifiers(new BoundScope(), wrong, ""));
            assertEquals("innvei.vault.key must be 32 bytes in base64", refused.getMessage());
        }
    }

    private static SealedIdentifiers vault(int key, String oldKeys) {
        return new SealedIdentifiers(new BoundScope(), key(key), oldKeys);
    }

    private static String key(int fill) {
        var bytes = new byte[32];
        Arrays.fill(bytes, (byte) fill);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static <T> T in(int tenant, Callable<T> work) throws Exception {
        return TenantContext.call(new Scope(tenant, new UUID(0, 1), 0, Set.of(), "x"), work);
    }
}
