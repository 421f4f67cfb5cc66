package no.innvei.architecture;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import no.innvei.testkit.EmbeddedDatabase;

/** What is on the class path of these tests: every module. */
final class Modules {

    private static final String FOLDER = "db/migration";

    private Modules() {}

    /** The root of the source tree. */
    static Path root() {
        return Path.of("").toAbsolutePath().resolve("../..").normalize();
    }

    /** Names of the modules that have a schema; found, not listed, so that a new module is covered the day it is born. */
    static List<String> withSchema() {
        var names = new TreeSet<String>();
        try {
            for (var url : Collections.list(Modules.class.getClassLoader().getResources(FOLDER))) {
                if (url.openConnection() instanceof JarURLConnection jar) {
                    jar.getJarFile().stream()
                            .map(entry -> entry.getName())
                            .filter(name -> name.startsWith(FOLDER + "/") && name.endsWith(".sql"))
                            .forEach(name -> names.add(name.split("/")[2]));
                } else {
                    try (var folders = Files.list(Path.of(url.toURI()))) {
                        folders.forEach(folder -> names.add(folder.getFileName().toString()));
                    }
                }
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        return List.copyOf(names);
    }

    /** A new database with everything. */
    static EmbeddedDatabase migrated() throws Exception {
        return EmbeddedDatabase.migrated(withSchema().toArray(String[]::new));
    }
}
