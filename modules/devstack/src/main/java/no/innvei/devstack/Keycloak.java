package no.innvei.devstack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Keycloak with our realm. The unpacked distribution is optimised once and then shared; each stack has its own home of links to it, with its own realm file and data.
 */
final class Keycloak {

    private static final int MOST_ORGANIZATIONS = 1000;
    private static final String REALM = "innvei";
    private static final String CLIENT = "innvei-web";

    private final Layout layout;
    private final Secrets secrets;
    private final int port;
    private final URI web;
    private Program program;

    Keycloak(Layout layout, Secrets secrets, int port, URI web) {
        this.layout = layout;
        this.secrets = secrets;
        this.port = port;
        this.web = web;
    }

    URI address() {
        return URI.create("http://localhost:" + port);
    }

    URI realm() {
        return address().resolve("/realms/" + REALM);
    }

    /** Whether {@link #optimise} still has to be done; it takes some twenty seconds and is done once per unpacked distribution. */
    boolean needsOptimising() {
        return !Files.exists(optimised());
    }

    void optimise() {
        Path dist = layout.keycloakDist();
        Program.run(
                "keycloak-build",
                List.of("sh", dist.resolve("bin/kc.sh").toString(), "build", "--db=postgres"),
                Map.of("JAVA_HOME", javaHome(), "JAVA_OPTS_APPEND", "-Dinnvei.home=" + layout.home()),
                dist,
                layout.log("keycloak-build"),
                layout.home(),
                Duration.ofMinutes(5));
        try {
            Files.writeString(optimised(), "postgres\n");
        } catch (IOException e) {
            throw new StackException("Cannot write " + optimised() + ".", e);
        }
    }

    void start(String databaseUrl, Tenants tenants) {
        Path home = makeHome(tenants);
        var environment = new LinkedHashMap<String, String>();
        environment.put("JAVA_HOME", javaHome());
        environment.put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m");
        environment.put("JAVA_OPTS_GC", "-XX:+UseSerialGC");
        environment.put("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1 -Dinnvei.home=" + layout.home());
        environment.put("KC_DB_URL", databaseUrl);
        environment.put("KC_DB_USERNAME", "keycloak");
        environment.put("KC_DB_PASSWORD", secrets.get("INNVEI_KEYCLOAK_DB_PASSWORD"));
        environment.put("KC_DB_POOL_MAX_SIZE", "20");
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.get("INNVEI_KEYCLOAK_ADMIN_PASSWORD"));
        program = Program.start(
                "keycloak",
                List.of(
                        "sh",
                        home.resolve("bin/kc.sh").toString(),
                        "start",
                        "--optimized",
                        "--http-enabled=true",
                        "--hostname-strict=false",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--cache=local",
                        "--import-realm"),
                environment,
                home,
                layout.log("keycloak"),
                layout.home());
    }

    /** Whether the realm file has changed since it was imported; Keycloak imports a realm only once. */
    boolean importedAnother(Tenants tenants) {
        Path note = layout.data().resolve("realm.imported");
        try {
            String now = Integer.toHexString(Objects.hash(Files.readString(layout.realmTemplate()), tenants));
            if (!Files.exists(note)) {
                Files.writeString(note, now);
            }
            return !Files.readString(note).equals(now);
        } catch (IOException e) {
            throw new StackException("Cannot compare the realm with " + note + ".", e);
        }
    }

    void awaitReady(Duration patience) {
        URI configuration = URI.create(realm() + "/.well-known/openid-configuration");
        // the log says that it is ours that listens there
        Http.await(
                program,
                patience,
                () -> program.output().contains("Listening on:") && Http.status(configuration) == 200,
                () -> "no answer at " + configuration + ".");
    }

    /** The web client's addresses and secret follow the ports and keys of today; the realm file is read only the first time. */
    void alignClient() {
        String admin = adminToken();
        URI clients = address().resolve("/admin/realms/" + REALM + "/clients");
        JsonNode found =
                Http.get(URI.create(clients + "?clientId=" + CLIENT), admin).json();
        ObjectNode client = (ObjectNode) found.get(0);
        if (client == null) {
            throw new StackException(
                    "Keycloak's realm has no client " + CLIENT + ". Start over with ./innvei up --fresh.");
        }
        client.put("secret", secrets.get("INNVEI_OIDC_CLIENT_SECRET"));
        client.putArray("redirectUris").add(web + "/oidcclient/redirect/innvei");
        ObjectNode attributes = (ObjectNode) client.get("attributes");
        attributes.put("post.logout.redirect.uris", web + "/*");
        attributes.put("backchannel.logout.url", web + "/varsel/utlogging");
        attributes.put("backchannel.logout.session.required", "true");
        int status = Http.send(
                        "PUT", URI.create(clients + "/" + client.get("id").asText()), admin, client)
                .status();
        if (status != 204) {
            throw new StackException("Keycloak refused the web client's new address (" + status + ").");
        }
    }

    /** An access token for {@code /api/v1}, as a script in demo or test gets it. */
    String token(String username, String password, String organization) {
        var answer = Http.postForm(
                URI.create(realm() + "/protocol/openid-connect/token"),
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "innvei-demo",
                        "username",
                        username,
                        "password",
                        password,
                        "scope",
                        "openid organization:" + organization));
        if (answer.status() != 200) {
            throw new StackException("Keycloak gave no token (" + answer.status() + ").");
        }
        return answer.json().get("access_token").asText();
    }

    /** By listing them: Keycloak's search knows names and domains, not aliases. E-mail addresses of the members; empty when there is no such organization. */
    Optional<List<String>> membersOf(String organization) {
        var admin = adminToken();
        var organizations = address().resolve("/admin/realms/" + REALM + "/organizations");
        for (var found : Http.get(URI.create(organizations + "?max=" + MOST_ORGANIZATIONS), admin)
                .json()) {
            if (found.path("alias").asText().equals(organization)) {
                var members = new ArrayList<String>();
                Http.get(URI.create(organizations + "/" + found.path("id").asText() + "/members"), admin)
                        .json()
                        .forEach(member -> members.add(member.path("email").asText()));
                return Optional.of(members);
            }
        }
        return Optional.empty();
    }

    String adminToken() {
        var answer = Http.postForm(
                address().resolve("/realms/master/protocol/openid-connect/token"),
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "admin-cli",
                        "username",
                        "admin",
                        "password",
                        secrets.get("INNVEI_KEYCLOAK_ADMIN_PASSWORD")));
        if (answer.status() != 200) {
            throw new StackException("Keycloak at " + address() + " does not know its administrator (" + answer.status()
                    + "). If another Keycloak answers there, stop it; otherwise start over with ./innvei up --fresh.");
        }
        return answer.json().get("access_token").asText();
    }

    Program program() {
        return program;
    }

    void stop() {
        if (program != null) {
            program.stop(Duration.ofSeconds(20));
        }
    }

    private Path makeHome(Tenants tenants) {
        Path dist = layout.keycloakDist();
        Path home = layout.home().resolve("keycloak");
        try {
            Files.createDirectories(home);
            link(home.resolve("lib"), dist.resolve("lib"));
            link(home.resolve("providers"), dist.resolve("providers"));
            link(home.resolve("themes"), layout.realmTemplate().resolveSibling("themes"));
            // copies: kc.sh takes the folder it really lies in for the home of the server
            for (String folder : List.of("bin", "conf")) {
                Files.createDirectories(home.resolve(folder));
                try (var files = Files.list(dist.resolve(folder))) {
                    for (Path file : files.filter(Files::isRegularFile).toList()) {
                        Files.copy(
                                file,
                                home.resolve(folder).resolve(file.getFileName()),
                                StandardCopyOption.REPLACE_EXISTING);
                    }
                }
            }
            Path imports = Files.createDirectories(home.resolve("data/import"));
            Path file = imports.resolve("innvei-realm.json");
            Files.deleteIfExists(file);
            Files.createFile(
                    file,
                    java.nio.file.attribute.PosixFilePermissions.asFileAttribute(
                            java.nio.file.attribute.PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, RealmTemplate.fill(layout.realmTemplate(), placeholders(), tenants));
        } catch (IOException e) {
            throw new StackException("Cannot make Keycloak's folder " + home + ".", e);
        }
        return home;
    }

    private static void link(Path link, Path target) throws IOException {
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, target);
    }

    private Map<String, String> placeholders() {
        return Map.of(
                "ssl",
                "none",
                "passwordPolicy",
                "",
                "webAddress",
                web.toString(),
                "webSecret",
                secrets.get("INNVEI_OIDC_CLIENT_SECRET"),
                "provisioningSecret",
                secrets.get("INNVEI_KEYCLOAK_PROVISIONING_SECRET"));
    }

    private Path optimised() {
        return layout.keycloakDist().resolve(".optimised-for-innvei");
    }

    private static String javaHome() {
        return System.getProperty("java.home");
    }
}
