import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;

/** Looks into the finished EAR, because what must not be there breaks the server in ways that no compiler sees (docs/adr/0005). Run by the build. */
final class EarContents {

    private static final List<String> NEEDED_IN_WAR = List.of(
            "resources/designsystemet/index.css",
            "resources/designsystemet/theme.css",
            "resources/designsystemet/index.js",
            "resources/inter/inter-latin-400-normal.woff2",
            "resources/innvei/innvei.css",
            "WEB-INF/web.xml",
            "WEB-INF/beans.xml",
            "WEB-INF/faces-config.xml");

    private static final List<String> FORBIDDEN_LIBRARIES = List.of(
            "jakarta.", "javax.", "jboss-resteasy", "resteasy", "org.postgresql", "no.innvei-binding", "no.innvei-devstack", "no.innvei-testkit", "junit", "h2-", "lombok");

    public static void main(String[] arguments) throws IOException {
        var faults = new ArrayList<String>();
        var ear = entries(Files.readAllBytes(Path.of(arguments[0])));

        var wars = ear.keySet().stream().filter(name -> name.endsWith(".war")).toList();
        if (wars.size() != 1) {
            faults.add("exactly one WAR expected, found " + wars);
        }
        for (var name : ear.keySet()) {
            if (name.endsWith(".jar") && !name.startsWith("lib/")) {
                faults.add("a jar outside lib: " + name);
            }
            var file = name.substring(name.indexOf('/') + 1);
            FORBIDDEN_LIBRARIES.stream()
                    .filter(forbidden -> name.endsWith(".jar") && file.contains(forbidden))
                    .forEach(forbidden -> faults.add("must not be in the EAR: " + name));
            if (name.endsWith(".jar") && entries(ear.get(name)).keySet().stream().anyMatch(e -> e.matches("(jakarta|javax)/.*\\.class"))) {
                faults.add("brings classes of the platform: " + name);
            }
        }
        for (var needed : List.of("org.slf4j-slf4j-api", "org.slf4j-slf4j-jdk14", "db-scheduler", "no.innvei-platform")) {
            if (ear.keySet().stream().noneMatch(name -> name.startsWith("lib/") && name.contains(needed))) {
                faults.add("missing in lib: " + needed);
            }
        }
        for (var war : wars) {
            var inside = entries(ear.get(war)).keySet();
            inside.stream().filter(name -> name.endsWith(".jar")).forEach(jar -> faults.add("a jar in the WAR: " + jar));
            NEEDED_IN_WAR.stream().filter(name -> !inside.contains(name)).forEach(name -> faults.add("missing in the WAR: " + name));
        }
        if (!faults.isEmpty()) {
            faults.forEach(System.err::println);
            System.exit(1);
        }
    }

    private static TreeMap<String, byte[]> entries(byte[] zip) throws IOException {
        var entries = new TreeMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        return entries;
    }
}
