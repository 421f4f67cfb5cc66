package no.innvei.benchmark.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;

/**
 * Work that arrives at a steady pace whether or not the earlier is done, as that of people who do not know of each other does. A slow answer makes
 * the next ones late as well, and they are counted as late.
 */
final class OfferedLoad {

    private static final int AT_ONCE = 32;

    private OfferedLoad() {}

    /** How long one piece of work took from when it was due, in milliseconds, and whether it was answered as it should. */
    record Done(String name, double milliseconds, boolean right) {}

    /** One request with a name; the answer says whether it was right. */
    record Work(String name, Callable<Boolean> request) {}

    /** @param until asked before each arrival */
    static List<Done> run(IntFunction<Work> work, double perSecond, BooleanSupplier until) throws InterruptedException {
        var done = new ConcurrentLinkedQueue<Done>();
        long start = System.nanoTime();
        try (var people = Executors.newFixedThreadPool(AT_ONCE)) {
            for (int i = 0; !until.getAsBoolean(); i++) {
                long due = start + Math.round(i * 1e9 / perSecond);
                TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                var next = work.apply(i);
                people.execute(() -> {
                    boolean right;
                    try {
                        right = next.request().call();
                    } catch (Exception e) {
                        right = false;
                    }
                    done.add(new Done(next.name(), (System.nanoTime() - due) / 1e6, right));
                });
            }
        }
        return new ArrayList<>(done);
    }

    static BooleanSupplier after(int arrivals) {
        int[] left = {arrivals};
        return () -> left[0]-- == 0;
    }
}
