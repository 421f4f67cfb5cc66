package no.innvei.benchmark.volume;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Makes the rows of all places, in the same order every time. Families are made on the caller's thread, their rows on two others. */
final class Generator {

    private static final int AT_A_TIME = 2;
    private static final int AHEAD = 4;

    /** People whose rows go to the database together. */
    private static final int TOGETHER = 4000;

    private final Volume volume;
    private final byte[] vaultKey;
    private final Today today;
    private final RegisterLimits limits = new RegisterLimits();
    private final ThreadLocal<Writers> writers;

    private record Writers(Lives lives, Programmes programmes) {}

    Generator(Volume volume, byte[] vaultKey) {
        this.volume = volume;
        this.vaultKey = vaultKey.clone();
        this.today = new Today(volume.today());
        this.writers = ThreadLocal.withInitial(() -> new Writers(
                new Lives(new BulkVault(this.vaultKey), today), new Programmes(new Duties(limits, today), today)));
    }

    /** Takes the rows of some people, in order. */
    interface Sink {
        void take(Sheets sheets);
    }

    /** Some families of one place, and what their lives are thrown with. */
    private record Some(TenantPlace place, Staff staff, List<Household> households, long seed) {}

    void run(List<TenantPlace> places, Map<Integer, Staff> staff, Sink sink) {
        var families = new Families(new Numbers(), volume.today());
        try (var workers = Executors.newFixedThreadPool(AT_A_TIME)) {
            var running = new ArrayDeque<Future<Sheets>>();
            var together = new ArrayList<Some>();
            int size = 0;
            for (var place : places) {
                var dice = new Dice(seed(place, 0));
                int left = place.people();
                for (int part = 1; left > 0; part++) {
                    var households = new ArrayList<Household>();
                    int wanted = Math.min(left, TOGETHER - size);
                    int made = 0;
                    while (made < wanted) {
                        var household = families.next(dice);
                        made += household.adults().size();
                        households.add(household);
                    }
                    left -= made;
                    size += made;
                    together.add(new Some(place, staff.get(place.tenant()), households, seed(place, part)));
                    if (size >= TOGETHER) {
                        running.add(submit(workers, together));
                        together = new ArrayList<>();
                        size = 0;
                        if (running.size() > AHEAD) {
                            sink.take(finished(running.remove()));
                        }
                    }
                }
            }
            running.add(submit(workers, together));
            while (!running.isEmpty()) {
                sink.take(finished(running.remove()));
            }
        }
    }

    private Future<Sheets> submit(ExecutorService workers, List<Some> together) {
        return workers.submit(() -> {
            var sheets = new Sheets();
            together.forEach(some -> write(sheets, some));
            return sheets;
        });
    }

    private void write(Sheets sheets, Some some) {
        sheets.enter(some.place().tenant());
        var dice = new Dice(some.seed());
        var own = writers.get();
        own.lives().enter(sheets, some.place(), some.staff().adviser());
        own.programmes().enter(sheets, some.staff());
        for (var household : some.households()) {
            for (var person : own.lives().write(household, dice)) {
                own.programmes().write(person, dice);
                accessLog(sheets, person, some.staff().adviser(), dice);
            }
        }
    }

    private void accessLog(Sheets sheets, Person person, UUID adviser, Dice dice) {
        long rows = volume.accessLogRows() / volume.people();
        if (dice.below(volume.people()) < volume.accessLogRows() % volume.people()) {
            rows++;
        }
        int known = (int) Math.floorDiv(person.registeredAt(), 86_400_000_000L);
        for (long i = 0; i < rows; i++) {
            long at = today.moment(dice, known + dice.below(Math.max(1, today.day() - known)));
            sheets.row(VolumeTable.ACCESS_LOG)
                    .id(dice.id(at))
                    .moment(at)
                    .id(adviser)
                    .text("PROGRAMME_ADVISER")
                    .id(person.id())
                    .text("CASE_WORK");
        }
    }

    private long seed(TenantPlace place, int part) {
        return volume.seed() * 31 + Integer.parseInt(place.number()) * 1_000L + part;
    }

    private static Sheets finished(Future<Sheets> sheets) {
        try {
            return sheets.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("people could not be made", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while making people", e);
        }
    }
}
