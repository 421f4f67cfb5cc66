package no.innvei.devstack;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One program the stack started: it writes to a log file, and its process id is noted so that {@code down} finds it even when we are gone. */
final class Program {

    private final String name;
    private final Process process;
    private final Path log;
    private final Path note;
    private final long before;

    private Program(String name, Process process, Path log, Path note, long before) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.note = note;
        this.before = before;
    }

    /**
     * Starts a program with exactly the environment given, plus the few variables a shell needs.
     *
     * @param home the stack's folder; must occur in the command line, or the process cannot be recognised later
     */
    static Program start(
            String name, List<String> command, Map<String, String> environment, Path workFolder, Path log, Path home) {
        try {
            Files.createDirectories(log.getParent());
            Files.createDirectories(workFolder);
            var builder = new ProcessBuilder(command)
                    .directory(workFolder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
            keepOnly(builder.environment(), List.of("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "USER"));
            builder.environment().putAll(environment);
            long before = Files.exists(log) ? Files.size(log) : 0;
            Process process = builder.start();
            Path note = home.resolve("run").resolve(name + ".pid");
            new ProcessNote(process.pid(), home.toString()).write(note);
            return new Program(name, process, log, note, before);
        } catch (IOException e) {
            throw new StackException(name + " could not be started.", e);
        }
    }

    /** Runs a program to its end; fails with the last lines it wrote unless it ends with 0. */
    static void run(
            String name,
            List<String> command,
            Map<String, String> environment,
            Path workFolder,
            Path log,
            Path home,
            Duration patience) {
        Program program = start(name, command, environment, workFolder, log, home);
        try {
            if (!program.process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
                program.stop(Duration.ofSeconds(5));
                throw new StackException(name + " took longer than " + patience.toSeconds() + " s. Its log: " + log);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            program.stop(Duration.ofSeconds(5));
            throw new StackException(name + " was interrupted.", e);
        }
        program.forget();
        if (program.process.exitValue() != 0) {
            throw new StackException(name + " ended with " + program.process.exitValue() + ". " + program.lastLines());
        }
    }

    /** What it has written since it was started. */
    String output() {
        return Logs.since(log, before);
    }

    boolean alive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /** The process itself, without what runs under it. */
    ProcessHandle process() {
        return process.toHandle();
    }

    String name() {
        return name;
    }

    /** Process ids of everything that runs under this program. */
    List<ProcessHandle> processes() {
        return java.util.stream.Stream.concat(
                        process.toHandle().descendants(), java.util.stream.Stream.of(process.toHandle()))
                .toList();
    }

    void stop(Duration patience) {
        ProcessNote.end(process.toHandle(), patience);
        forget();
    }

    /** Ends it at once, as {@code kill -9} does; for tests that prove nothing is lost. */
    void kill() {
        List<ProcessHandle> all = processes();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(one -> one.onExit().join());
        forget();
    }

    StackException died() {
        return new StackException(name + " stopped by itself (exit code " + process.exitValue() + "). " + lastLines());
    }

    String lastLines() {
        return "The end of " + log + ":\n" + Logs.tail(log, 25);
    }

    private void forget() {
        try {
            Files.deleteIfExists(note);
        } catch (IOException e) {
            throw new StackException("Cannot delete " + note + ".", e);
        }
    }

    private static void keepOnly(Map<String, String> environment, List<String> names) {
        environment.keySet().retainAll(names);
    }
}
