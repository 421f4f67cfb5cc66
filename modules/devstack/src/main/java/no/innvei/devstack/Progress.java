package no.innvei.devstack;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.Callable;

/** One line per step with the time it took and the time since the start. */
final class Progress {

    private final PrintStream out;
    private final long start = System.nanoTime();

    Progress(PrintStream out) {
        this.out = out;
    }

    /** Does the work; its answer is the end of the line. */
    void step(String name, Callable<String> work) {
        long before = System.nanoTime();
        try {
            String outcome = work.call();
            line(before, "ok", name, outcome);
        } catch (StackException e) {
            line(before, "FAILED", name, "");
            throw e;
        } catch (Exception e) {
            line(before, "FAILED", name, "");
            throw new StackException(name + " failed: " + e.getMessage(), e);
        }
    }

    void note(String text) {
        out.println("  " + text);
        out.flush();
    }

    String elapsed() {
        return seconds(start);
    }

    private void line(long before, String state, String name, String outcome) {
        out.printf(Locale.ROOT, "  %-7s %-22s %7s  (%s)  %s%n", state, name, seconds(before), seconds(start), outcome);
        out.flush();
    }

    private static String seconds(long since) {
        return String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - since) / 1e9);
    }
}
