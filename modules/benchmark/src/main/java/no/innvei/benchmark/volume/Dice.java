package no.innvei.benchmark.volume;

import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** Chance that repeats itself: the same seed, the same throws. */
final class Dice {

    private final SplittableRandom random;

    Dice(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** From 0 up to, and without, {@code bound}. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** Both included. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    boolean percent(int chance) {
        return random.nextInt(100) < chance;
    }

    boolean perMille(int chance) {
        return random.nextInt(1000) < chance;
    }

    <T> T of(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    <T> T of(T[] list) {
        return list[random.nextInt(list.length)];
    }

    /** Index of a weight, as often as it weighs. */
    int weighted(int[] weights, int sum) {
        int ticket = random.nextInt(sum);
        for (int i = 0; i < weights.length; i++) {
            ticket -= weights[i];
            if (ticket < 0) {
                return i;
            }
        }
        throw new IllegalArgumentException("the weights do not add up");
    }

    /** A UUID of version 7 made at that moment. */
    UUID id(long micros) {
        long millis = micros / 1000;
        long most = millis << 16 | 0x7000L | random.nextInt(1 << 12);
        return new UUID(most, random.nextLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L);
    }
}
