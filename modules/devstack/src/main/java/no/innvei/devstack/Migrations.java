package no.innvei.devstack;

import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.sql.DataSource;
import no.innvei.testkit.Migrator;
import org.flywaydb.core.api.FlywayException;

/** Runs the migrations that lie in the EAR, as the role that owns the schemas: platform first, then the other modules by name. */
final class Migrations {

    private static final String FOLDER = "db/migration/";

    /** @return how many scripts were run, and the modules that have any */
    static String run(Path ear, Path workFolder, DataSource owner) {
        List<Path> jars = unpack(ear, workFolder);
        try (var loader = new URLClassLoader(
                jars.stream().map(Migrations::url).toArray(URL[]::new), Migrations.class.getClassLoader())) {
            List<String> modules = modules(jars);
            int count = Migrator.migrate(owner, loader, modules);
            return count + " new, modules " + String.join(", ", modules);
        } catch (FlywayException e) {
            throw new StackException("A migration failed: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new StackException("The migrations could not be read from " + ear + ".", e);
        }
    }

    /** Names of the modules that have migrations, in the order they run. */
    static List<String> modules(List<Path> jars) throws IOException {
        var names = new TreeSet<String>(Comparator.comparing((String name) -> !name.equals("platform"))
                .thenComparing(Comparator.naturalOrder()));
        for (Path jar : jars) {
            try (var zip = new ZipFile(jar.toFile())) {
                zip.stream()
                        .map(ZipEntry::getName)
                        .filter(name -> name.startsWith(FOLDER) && name.endsWith(".sql"))
                        .map(name -> name.substring(FOLDER.length(), name.indexOf('/', FOLDER.length())))
                        .forEach(names::add);
            }
        }
        return List.copyOf(names);
    }

    private static List<Path> unpack(Path ear, Path workFolder) {
        if (!Files.isReadable(ear)) {
            throw new StackException(
                    "The application is not built: " + ear + " is missing. Run ./innvei up, or mvn package.");
        }
        Layout.delete(workFolder);
        var jars = new ArrayList<Path>();
        try (var zip = new ZipFile(ear.toFile())) {
            Files.createDirectories(workFolder);
            for (ZipEntry entry : (Iterable<ZipEntry>)
                    () -> zip.stream().map(ZipEntry.class::cast).iterator()) {
                if (entry.getName().matches("lib/[^/]+\\.jar")) {
                    Path jar = workFolder.resolve(entry.getName().substring("lib/".length()));
                    try (InputStream in = zip.getInputStream(entry)) {
                        Files.copy(in, jar);
                    }
                    jars.add(jar);
                }
            }
        } catch (IOException e) {
            throw new StackException("Cannot read " + ear + ".", e);
        }
        return jars;
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new StackException("Not a file: " + jar, e);
        }
    }

    private Migrations() {}
}
