package no.innvei.devstack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Passwords and keys of one stack: made once, kept in {@code secrets.env} for its owner only, given to the servers as environment. */
final class Secrets {

    /** Master keys are 32 random bytes in ordinary base64; everything else is a password of 32 characters that needs no quoting anywhere. */
    private static final List<String> MASTER_KEYS = List.of("INNVEI_VAULT_KEY");

    private static final List<String> PASSWORDS = List.of(
            "INNVEI_DB_SUPERUSER_PASSWORD",
            "INNVEI_DB_OWNER_PASSWORD",
            "INNVEI_DB_APP_PASSWORD",
            "INNVEI_DB_LOGIN_PASSWORD",
            "INNVEI_DB_JOBS_PASSWORD",
            "INNVEI_DB_SESSIONS_PASSWORD",
            "INNVEI_KEYCLOAK_DB_PASSWORD",
            "INNVEI_KEYCLOAK_ADMIN_PASSWORD",
            "INNVEI_KEYCLOAK_PROVISIONING_SECRET",
            "INNVEI_OIDC_CLIENT_SECRET",
            "INNVEI_REGISTER_TOKEN",
            "INNVEI_KEYSTORE_PASSWORD",
            "INNVEI_LTPA_PASSWORD");

    private final Map<String, String> values;

    private Secrets(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /** Reads the file; makes what is missing, so that a newer version finds its keys. */
    static Secrets in(Path file) {
        var values = new LinkedHashMap<String, String>();
        try {
            if (Files.exists(file)) {
                for (String line : Files.readAllLines(file)) {
                    int equals = line.indexOf('=');
                    if (equals > 0 && !line.startsWith("#")) {
                        values.put(line.substring(0, equals), line.substring(equals + 1));
                    }
                }
            }
            int known = values.size();
            var random = new SecureRandom();
            MASTER_KEYS.forEach(name ->
                    values.computeIfAbsent(name, n -> Base64.getEncoder().encodeToString(bytes(random, 32))));
            PASSWORDS.forEach(name -> values.computeIfAbsent(
                    name, n -> Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(random, 24))));
            if (values.size() > known) {
                write(file, values);
            }
        } catch (IOException e) {
            throw new StackException("Cannot read or write " + file + ".", e);
        }
        return new Secrets(values);
    }

    String get(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no secret called " + name);
        }
        return value;
    }

    Map<String, String> all() {
        return values;
    }

    private static byte[] bytes(SecureRandom random, int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static void write(Path file, Map<String, String> values) throws IOException {
        var lines = new ArrayList<String>();
        lines.add(
                "# Made once by ./innvei up. Whoever reads this file can read the data. Lost keys cannot be made again.");
        values.forEach((name, value) -> lines.add(name + "=" + value));
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(draft, String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
        Files.move(draft, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public String toString() {
        return "Secrets[" + values.size() + "]";
    }
}
