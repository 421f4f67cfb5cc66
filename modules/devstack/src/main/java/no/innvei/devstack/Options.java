package no.innvei.devstack;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What kind of stack is wanted.
 *
 * @param root the source tree
 * @param home folder for everything the stack writes
 * @param profile demo or test; nothing else is started from here
 * @param anyPorts true takes any free ports, false the ones of the last time or the preferred ones
 * @param fresh start with empty data and new keys
 * @param durable whether PostgreSQL flushes to disk
 * @param demoPeople whether the demo participants are loaded at the end
 * @param settings environment variables for the server, on top of ours
 * @param volume how many people beyond the demo's own, or {@code null}
 * @param out where progress goes
 */
public record Options(
        Path root,
        Path home,
        String profile,
        boolean anyPorts,
        boolean fresh,
        boolean durable,
        boolean demoPeople,
        Map<String, String> settings,
        Volume volume,
        PrintStream out) {

    /**
     * People written straight into the database by a {@link VolumeStep}.
     *
     * @param size county or country
     * @param people in the whole country; a county gets its share; 0 = as many as there are
     * @param accessLogRows likewise
     */
    public record Volume(String size, int people, long accessLogRows) {}

    public Options {
        settings = Map.copyOf(settings);
        if (!profile.equals("demo") && !profile.equals("test")) {
            throw new IllegalArgumentException("devstack starts the profiles demo and test only");
        }
    }

    /** The developer's stack: data in {@code .innvei}, kept from one time to the next. */
    public static Options demo(Path root, boolean fresh) {
        return new Options(root, root.resolve(".innvei"), "demo", false, fresh, true, true, Map.of(), null, System.out);
    }

    /** A stack of its own for one test run: empty, on any free ports, without the demo participants, silent. */
    public static Options test(Path root, Path home) {
        return new Options(
                root,
                home,
                "test",
                true,
                true,
                false,
                false,
                Map.of(),
                null,
                new PrintStream(OutputStream.nullOutputStream(), false, java.nio.charset.StandardCharsets.UTF_8));
    }

    /** One more environment variable for the server. */
    public Options with(String variable, String value) {
        var more = new LinkedHashMap<>(settings);
        more.put(variable, value);
        return new Options(root, home, profile, anyPorts, fresh, durable, demoPeople, more, volume, out);
    }

    public Options reportingTo(PrintStream stream) {
        return new Options(root, home, profile, anyPorts, fresh, durable, demoPeople, settings, volume, stream);
    }

    public Options withDemoPeople() {
        return new Options(root, home, profile, anyPorts, fresh, durable, true, settings, volume, out);
    }

    public Options with(Volume people) {
        return new Options(root, home, profile, anyPorts, fresh, durable, demoPeople, settings, people, out);
    }
}
