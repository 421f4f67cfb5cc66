package no.innvei.devstack;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** One Open Liberty server with one application. Its configuration comes from {@code liberty/<name>}, what differs between machines from the environment. */
final class LibertyServer {

    /** Liberty says so and then waits for a better application; we do not. */
    private static final Pattern NOT_STARTED = Pattern.compile("CWWKZ000[24]E|CWWKZ0106E|CWWKZ0012I.*not started");

    private static final String STARTED = "CWWKF0011I";
    private static final String PORT_TAKEN = "CWWKO0221E";

    private final Layout layout;
    private final String name;
    private final String label;
    private final int port;
    private final Path application;
    private final Map<String, Path> shared;
    private final Map<String, String> environment;
    private Program program;

    /**
     * @param name folder under {@code liberty/}
     * @param label what people call it; names the log
     * @param shared file name in Liberty's shared resources, and where it comes from
     */
    LibertyServer(
            Layout layout,
            String name,
            Service label,
            int port,
            Path application,
            Map<String, Path> shared,
            Map<String, String> environment) {
        this.layout = layout;
        this.name = name;
        this.label = label.label();
        this.port = port;
        this.application = application;
        this.shared = Map.copyOf(shared);
        this.environment = Map.copyOf(environment);
    }

    /** As a browser on this machine must write it: cookies marked {@code __Host-} are kept on localhost, not on 127.0.0.1. */
    URI address() {
        return URI.create("http://localhost:" + port);
    }

    void start() {
        Path wlp = layout.home().resolve("wlp");
        Path folder = wlp.resolve("servers").resolve(name);
        install(wlp, folder);
        var variables = new LinkedHashMap<String, String>();
        variables.put("JAVA_HOME", System.getProperty("java.home"));
        variables.put("WLP_USER_DIR", wlp.toString());
        variables.put("LOG_DIR", layout.home().resolve("logs").resolve(label).toString());
        // here starting quickly counts for more than running fast for weeks
        variables.put("JVM_ARGS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Dinnvei.home=" + layout.home());
        variables.put("INNVEI_HTTP_PORT", Integer.toString(port));
        variables.putAll(environment);
        program = Program.start(
                label,
                List.of("sh", layout.liberty().resolve("bin/server").toString(), "run", name),
                variables,
                folder,
                layout.log(label),
                layout.home());
    }

    void awaitReady(Duration patience) {
        URI health = address().resolve("/health/ready");
        Http.await(
                program,
                patience,
                () -> {
                    String log = program.output();
                    if (log.contains(PORT_TAKEN)) {
                        throw new StackException(
                                "Somebody took port " + port + " while " + label + " was starting. Try again.");
                    }
                    if (!log.contains(STARTED)) {
                        return false;
                    }
                    int status = Http.status(health);
                    if (status != 200 && NOT_STARTED.matcher(log).find()) {
                        throw new StackException("The application did not start. " + program.lastLines());
                    }
                    return status == 200;
                },
                () -> health + " answers " + Http.status(health) + ".");
    }

    Program program() {
        return program;
    }

    void stop() {
        if (program != null) {
            program.stop(Duration.ofSeconds(40));
        }
    }

    void kill() {
        program.kill();
    }

    private void install(Path wlp, Path folder) {
        Path configuration = layout.serverConfiguration(name);
        try {
            Files.createDirectories(folder.resolve("apps"));
            try (var files = Files.list(configuration)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                }
            }
            boolean changed = copyIfChanged(application, folder.resolve("apps").resolve(name + extension(application)));
            Path resources = Files.createDirectories(wlp.resolve("shared/resources"));
            for (Map.Entry<String, Path> file : shared.entrySet()) {
                changed |= copyIfChanged(file.getValue(), resources.resolve(file.getKey()));
            }
            if (changed) {
                // our builds are reproducible, so a new archive has the file times of the old one, and Liberty would
                // believe what it knew of that
                Layout.delete(folder.resolve("workarea"));
            }
        } catch (IOException e) {
            throw new StackException("Cannot set up the server " + name + " in " + folder + ".", e);
        }
    }

    /** A new file time makes Liberty scan the application again, which costs seconds at every start. */
    private static boolean copyIfChanged(Path from, Path to) throws IOException {
        if (Files.exists(to) && Files.mismatch(from, to) < 0) {
            return false;
        }
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        return true;
    }

    private static String extension(Path file) {
        String text = file.getFileName().toString();
        return text.substring(text.lastIndexOf('.'));
    }
}
