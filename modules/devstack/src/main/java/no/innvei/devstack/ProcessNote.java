package no.innvei.devstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A started process as noted in {@code run/<name>.pid}: its id, and a text its command line must contain. A process id alone proves nothing, the system hands it out again.
 *
 * @param pid process id
 * @param mark the home folder of the stack, part of the command line of everything we start
 */
record ProcessNote(long pid, String mark) {

    /** Notes a running process; the shell command {@code down} reads the same file. */
    void write(Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, pid + "\n" + mark + "\n");
        } catch (IOException e) {
            throw new StackException("Cannot write " + file + ".", e);
        }
    }

    static Optional<ProcessNote> read(Path file) {
        try {
            if (!Files.isReadable(file)) {
                return Optional.empty();
            }
            List<String> lines = Files.readAllLines(file);
            if (lines.size() < 2
                    || !lines.get(0).matches("[0-9]{1,10}")
                    || lines.get(1).isBlank()) {
                return Optional.empty();
            }
            return Optional.of(new ProcessNote(Long.parseLong(lines.get(0)), lines.get(1)));
        } catch (IOException e) {
            throw new StackException("Cannot read " + file + ".", e);
        }
    }

    /** The process, if it still runs and is ours. */
    Optional<ProcessHandle> running() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> commandLine(process).contains(mark));
    }

    /** Asks the process and everything under it to stop, and insists after {@code patience}. */
    static void end(ProcessHandle process, Duration patience) {
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        all.add(process);
        all.forEach(ProcessHandle::destroy);
        long deadline = System.nanoTime() + patience.toNanos();
        for (ProcessHandle one : all) {
            try {
                one.onExit().get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                one.destroyForcibly();
            } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException tooSlow) {
                one.destroyForcibly();
            }
        }
    }

    private static String commandLine(ProcessHandle process) {
        Path cmdline = Path.of("/proc", Long.toString(process.pid()), "cmdline");
        if (Files.isReadable(cmdline)) {
            try {
                return new String(Files.readAllBytes(cmdline), java.nio.charset.StandardCharsets.UTF_8)
                        .replace('\0', ' ');
            } catch (IOException gone) {
                return "";
            }
        }
        return process.info().commandLine().orElse("");
    }
}
