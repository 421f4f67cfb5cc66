package no.innvei.platform;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Waiting after failures: exponential with full jitter, so that many streams that failed together do not come back together.
 *
 * @param first upper limit of the first wait
 * @param cap upper limit of every wait
 */
record Backoff(Duration first, Duration cap) {

    /** @param failures earlier attempts in a row that delivered nothing */
    Duration after(int failures, RandomGenerator random) {
        long most = Math.min(cap.toMillis(), first.toMillis() << Math.min(failures, 20));
        return Duration.ofMillis(random.nextLong(most) + 1);
    }
}
