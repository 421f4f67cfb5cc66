package no.innvei.it.inside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import no.innvei.testkit.EmbeddedDatabase;
import no.innvei.testkit.Migrator;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Prepares the server {@code it} before the container adapter starts it: a migrated database, the shared library, and our own server.xml without the application and the login, which these tests do not
 * use.
 */
public final class InsideServer implements LauncherSessionListener {

    private static final List<String> MODULES =
            List.of("introduction", "participant", "registersync", "tenancy", "worklist");

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (!Boolean.getBoolean("innvei.inside")) {
            return;
        }
        try {
            prepare(Path.of(System.getProperty("innvei.root")), Path.of(System.getProperty("innvei.usr")));
        } catch (Exception e) {
            throw new IllegalStateException("the server for the tests inside could not be prepared", e);
        }
    }

    private static void prepare(Path root, Path usr) throws Exception {
        System.setProperty("innvei.inside.port", Integer.toString(freePort()));
        var database = EmbeddedDatabase.empty();
        try (var ear = new EarLibraries(BuiltEar.FILE.toPath(), usr.resolve("lib"));
                var migrations = new URLClassLoader(ear.urls(), InsideServer.class.getClassLoader())) {
            Migrator.migrate(database.owner(), migrations, MODULES);
        }
        var folder = Files.createDirectories(usr.resolve("servers/it"));
        Files.writeString(
                folder.resolve("server.xml"),
                withoutApplication(Files.readString(root.resolve("liberty/innvei/server.xml"))));
        Files.writeString(folder.resolve("server.env"), environment((PGSimpleDataSource) database.owner()));
        Files.writeString(folder.resolve("jvm.options"), "-Xmx768m\n-XX:+UseSerialGC\n-XX:TieredStopAtLevel=1\n");
        var shared = Files.createDirectories(usr.resolve("shared/resources"));
        copyTheJarOf(no.innvei.binding.TenantContext.class, shared.resolve("binding.jar"));
        copyTheJarOf(org.postgresql.Driver.class, shared.resolve("postgresql.jar"));
    }

    private static String withoutApplication(String server) {
        var changed = server.replaceAll("(?s)<enterpriseApplication .*?</enterpriseApplication>", "")
                .replaceAll("(?s)<openidConnectClient .*?/>", "")
                .replaceAll("(?s)<mpJwt id.*?/>", "")
                .replaceAll("(?s)<authFilter .*?</authFilter>", "")
                .replaceAll("(?s)<httpSession [^>]*?/>", "")
                .replaceAll("(?s)<httpSessionDatabase [^>]*?/>", "")
                .replaceAll(
                        "\\s*<feature>(openidConnectClient|mpJwt|sessionDatabase|mpOpenAPI|mpTelemetry)-[^<]*</feature>",
                        "")
                .replace(
                        "<applicationMonitor updateTrigger=\"disabled\"", "<applicationMonitor updateTrigger=\"mbean\"")
                .replace(
                        "<config updateTrigger=\"disabled\"/>",
                        "<config updateTrigger=\"polled\" monitorInterval=\"500ms\"/>")
                .replace("</featureManager>", "  <feature>localConnector-1.0</feature>\n  </featureManager>");
        if (changed.contains("enterpriseApplication") || !changed.contains("monitorInterval")) {
            throw new IllegalStateException("liberty/innvei/server.xml has changed shape");
        }
        return changed;
    }

    private static String environment(PGSimpleDataSource owner) throws IOException {
        var key = new byte[32];
        new SecureRandom().nextBytes(key);
        var lines = new ArrayList<String>();
        lines.add("JAVA_HOME=" + System.getProperty("java.home"));
        lines.add("INNVEI_HTTP_PORT=" + System.getProperty("innvei.inside.port"));
        lines.add("INNVEI_PROFILE=test");
        lines.add("INNVEI_JOBS_ENABLED=false");
        lines.add("INNVEI_VAULT_KEY=" + Base64.getEncoder().encodeToString(key));
        lines.add("INNVEI_DB_PORT=" + owner.getPortNumbers()[0]);
        lines.add("INNVEI_DB_NAME=" + owner.getDatabaseName());
        for (var role : List.of("APP", "LOGIN", "JOBS", "SESSIONS")) {
            lines.add("INNVEI_DB_" + role + "_PASSWORD=" + owner.getPassword());
        }
        lines.add("INNVEI_OIDC_ISSUER=http://localhost:1/realms/innvei");
        lines.add("INNVEI_PUBLIC_URL=http://localhost:1");
        lines.add("INNVEI_KEYCLOAK_URL=http://localhost:1");
        lines.add("INNVEI_KEYCLOAK_PROVISIONING_SECRET=unused");
        lines.add("INNVEI_REGISTER_URL=http://localhost:1");
        lines.add("INNVEI_REGISTER_TOKEN=unused");
        lines.add("INNVEI_KEYSTORE_PASSWORD=only-in-this-test-run");
        lines.add("INNVEI_LTPA_PASSWORD=only-in-this-test-run");
        return String.join("\n", lines) + "\n";
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void copyTheJarOf(Class<?> type, Path to) throws Exception {
        var from =
                Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        if (Files.isDirectory(from)) {
            throw new IllegalStateException("run these tests with mvn verify: " + from + " is not a jar yet");
        }
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The jars of the EAR, unpacked so that a class loader can read them. */
    private record EarLibraries(Path ear, Path folder) implements AutoCloseable {

        URL[] urls() throws IOException {
            Files.createDirectories(folder);
            var urls = new ArrayList<URL>();
            try (var zip = new ZipFile(ear.toFile())) {
                for (ZipEntry entry : zip.stream()
                        .filter(e -> e.getName().startsWith("lib/no.innvei-"))
                        .toList()) {
                    var file = folder.resolve(entry.getName().substring("lib/".length()));
                    try (var in = zip.getInputStream(entry)) {
                        Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
                    }
                    urls.add(file.toUri().toURL());
                }
            }
            return urls.toArray(URL[]::new);
        }

        @Override
        public void close() {
            try (var files = Files.list(folder)) {
                for (var file : files.toList()) {
                    Files.delete(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
