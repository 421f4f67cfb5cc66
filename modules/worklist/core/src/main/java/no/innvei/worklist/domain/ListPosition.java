package no.innvei.worklist.domain;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * A place in a list: just after or just before one row. Written as a cursor it holds ids and a time and never a name, because it stands in
 * addresses; where names decide the order, the query looks the name up by the id.
 *
 * @param deadline next deadline of the row; {@code null} = it had none, or the list is not sorted by deadline
 * @param changedAt when the row changed; {@code null} = the list is not sorted by that
 * @param adviser who had the case; {@code null} = nobody, or the list is not sorted by adviser
 */
public record ListPosition(boolean forward, LocalDate deadline, Instant changedAt, UUID adviser, UUID row) {

    private static final byte FORMAT = 2;
    private static final int PAYLOAD = 1 + 1 + 4 + 8 + 16 + 16;
    private static final int SEAL = 12;
    private static final int NO_DEADLINE = Integer.MIN_VALUE;
    private static final long NO_TIME = Long.MIN_VALUE;
    private static final UUID NOBODY = new UUID(0, 0);

    public ListPosition {
        Objects.requireNonNull(row, "row");
    }

    public ListPosition(boolean forward, LocalDate deadline, UUID row) {
        this(forward, deadline, null, null, row);
    }

    /**
     * @param list which list the place belongs to: filters and order
     * @param seal a keyed hash, with another key for each tenant
     */
    public String cursor(String list, Function<String, byte[]> seal) {
        var payload = ByteBuffer.allocate(PAYLOAD)
                .put(FORMAT)
                .put((byte) (forward ? 1 : 0))
                .putInt(deadline == null ? NO_DEADLINE : Math.toIntExact(deadline.toEpochDay()))
                .putLong(changedAt == null ? NO_TIME : ChronoUnit.MICROS.between(Instant.EPOCH, changedAt))
                .putLong(someone().getMostSignificantBits())
                .putLong(someone().getLeastSignificantBits())
                .putLong(row.getMostSignificantBits())
                .putLong(row.getLeastSignificantBits())
                .array();
        var sealed = ByteBuffer.allocate(PAYLOAD + SEAL).put(payload).put(seal(payload, list, seal));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed.array());
    }

    /** Empty when the cursor was not made by {@link #cursor} with the same list and key. */
    public static Optional<ListPosition> of(String cursor, String list, Function<String, byte[]> seal) {
        byte[] sealed;
        try {
            sealed = Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        if (sealed.length != PAYLOAD + SEAL) {
            return Optional.empty();
        }
        var payload = new byte[PAYLOAD];
        var found = new byte[SEAL];
        ByteBuffer.wrap(sealed).get(payload).get(found);
        if (!MessageDigest.isEqual(found, seal(payload, list, seal))) {
            return Optional.empty();
        }
        var parts = ByteBuffer.wrap(payload, 1, PAYLOAD - 1);
        boolean forward = parts.get() == 1;
        int day = parts.getInt();
        long micros = parts.getLong();
        var adviser = new UUID(parts.getLong(), parts.getLong());
        return Optional.of(new ListPosition(
                forward,
                day == NO_DEADLINE ? null : LocalDate.ofEpochDay(day),
                micros == NO_TIME ? null : Instant.EPOCH.plus(micros, ChronoUnit.MICROS),
                adviser.equals(NOBODY) ? null : adviser,
                new UUID(parts.getLong(), parts.getLong())));
    }

    private UUID someone() {
        return adviser == null ? NOBODY : adviser;
    }

    /** Starts with a word no identity number can start with, since the key is the one for identity numbers. */
    private static byte[] seal(byte[] payload, String list, Function<String, byte[]> seal) {
        var hash = seal.apply("cursor " + Base64.getUrlEncoder().encodeToString(payload) + " " + list);
        return ByteBuffer.allocate(SEAL).put(hash, 0, SEAL).array();
    }
}
