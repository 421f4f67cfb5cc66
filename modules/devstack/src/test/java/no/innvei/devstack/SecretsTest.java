package no.innvei.devstack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @Test
    void secrets_are_made_once_and_only_the_owner_may_read_them(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("secrets.env");

        var first = Secrets.in(file).all();
        var second = Secrets.in(file).all();

        assertEquals(first, second);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals(first.size(), new HashSet<>(first.values()).size());
    }

    @Test
    void a_newer_version_adds_its_own_and_keeps_the_others(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("secrets.env");
        Files.writeString(file, "INNVEI_LTPA_PASSWORD=kept\n");

        var secrets = Secrets.in(file);

        assertEquals("kept", secrets.get("INNVEI_LTPA_PASSWORD"));
        assertFalse(secrets.get("INNVEI_OIDC_CLIENT_SECRET").isBlank());
    }

    @Test
    void two_installations_share_no_secret(@TempDir Path one, @TempDir Path other) {
        assertNotEquals(
                Secrets.in(one.resolve("s")).get("INNVEI_DB_APP_PASSWORD"),
                Secrets.in(other.resolve("s")).get("INNVEI_DB_APP_PASSWORD"));
    }
}
