package no.innvei.kernel;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * UUID version 7 (RFC 9562): 48 bits of milliseconds, then a counter of 12 bits, then 62 random bits. Ids made by one process are strictly
 * increasing, so an index on them grows at one end. They reveal when they were made: fine for staff, never for public links.
 */
public final class Uuid7 {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Milliseconds shifted twelve bits up, with the counter below; never goes back even when the wall clock does. */
    private static final AtomicLong LAST = new AtomicLong();

    public static UUID next() {
        long tick = LAST.updateAndGet(last -> Math.max(last + 1, System.currentTimeMillis() << 12));
        long most = tick >>> 12 << 16 | 0x7000L | tick & 0xFFFL;
        long least = RANDOM.nextLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L;
        return new UUID(most, least);
    }

    private Uuid7() {}
}
