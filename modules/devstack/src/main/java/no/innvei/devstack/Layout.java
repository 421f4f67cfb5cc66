package no.innvei.devstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where things are.
 *
 * @param root the source tree
 * @param home everything this stack writes: {@code .innvei} for the developer, {@code target/stack} for tests
 */
record Layout(Path root, Path home) {

    Layout {
        root = root.toAbsolutePath().normalize();
        home = home.toAbsolutePath().normalize();
    }

    /** Unpacked programs; shared by all stacks of one source tree, never written to after they are set up. */
    Path dist() {
        return root.resolve(".innvei/dist");
    }

    Path liberty() {
        return only(dist(), "openliberty-").resolve("wlp");
    }

    Path keycloakDist() {
        Path folder = only(dist(), "keycloak-");
        return only(folder, "keycloak-");
    }

    Path data() {
        return home.resolve("data");
    }

    Path run() {
        return home.resolve("run");
    }

    Path log(String name) {
        return home.resolve("logs").resolve(name + ".log");
    }

    Path secrets() {
        return home.resolve("secrets.env");
    }

    Path ear() {
        return root.resolve("ear/target/innvei.ear");
    }

    Path realmTemplate() {
        return root.resolve("keycloak/innvei-realm.json");
    }

    Path serverConfiguration(String server) {
        return root.resolve("liberty").resolve(server);
    }

    /** The simulator's WAR, when it is built. */
    Optional<Path> registerWar() {
        return files(root.resolve("modules/register-simulator/target"), "register-simulator", ".war");
    }

    /** Our own driver library for the server: the data source that binds the tenant. */
    Path bindingJar() {
        return files(root.resolve("modules/binding/target"), "binding-", ".jar")
                .orElseThrow(
                        () -> new StackException("modules/binding is not built. Run ./innvei up, or mvn package."));
    }

    void create() {
        try {
            for (Path folder : List.of(data(), run(), home.resolve("logs"))) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw new StackException("Cannot create folders under " + home + ".", e);
        }
    }

    /** Removes data, keys and configuration; the unpacked programs, the logs and the chosen ports stay. */
    void startOver() {
        for (String name : List.of("data", "keycloak", "wlp", "work", "secrets.env")) {
            delete(home.resolve(name));
        }
    }

    /** The logs of the last time become {@code <name>.log.1}; older ones go. */
    void turnLogs() {
        for (Service service : Service.values()) {
            Path log = log(service.label());
            try {
                if (Files.exists(log)) {
                    Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
                }
            } catch (IOException e) {
                throw new StackException("Cannot move " + log + ".", e);
            }
        }
    }

    static void delete(Path path) {
        if (!Files.exists(path, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> all = Files.walk(path)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        } catch (IOException e) {
            throw new StackException("Cannot delete " + path + ".", e);
        }
    }

    private static Path only(Path folder, String prefix) {
        return files(folder, prefix, "")
                .orElseThrow(() -> new StackException("Nothing called " + prefix + "* in " + folder
                        + ". Run mvn package once; it unpacks the servers."));
    }

    private static Optional<Path> files(Path folder, String prefix, String suffix) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix)
                            && file.getFileName().toString().endsWith(suffix)
                            && !file.getFileName().toString().endsWith("-sources.jar"))
                    .max(Comparator.naturalOrder());
        } catch (IOException e) {
            throw new StackException("Cannot read " + folder + ".", e);
        }
    }
}
