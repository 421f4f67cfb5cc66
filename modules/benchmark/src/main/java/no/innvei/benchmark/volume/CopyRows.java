package no.innvei.benchmark.volume;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;

/** Rows of one table in PostgreSQL's binary COPY format. Days are counted as in {@link java.time.LocalDate#toEpochDay()}, moments in microseconds since 1970. */
final class CopyRows {

    /** No day. */
    static final int NONE = Integer.MIN_VALUE;

    /** No moment. */
    static final long NEVER = Long.MIN_VALUE;

    private static final byte[] HEAD = "PGCOPY\n\377\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int DAYS_TO_2000 = 10_957;
    private static final long MICROS_TO_2000 = DAYS_TO_2000 * 86_400L * 1_000_000L;

    private byte[] bytes = new byte[1 << 14];
    private int length;
    private int rows;

    CopyRows() {
        raw(HEAD);
        put4(0);
        put4(0);
    }

    CopyRows row(int columns) {
        rows++;
        room(2);
        put2(columns);
        return this;
    }

    CopyRows nothing() {
        put4(-1);
        return this;
    }

    CopyRows number(int value) {
        put4(4);
        put4(value);
        return this;
    }

    CopyRows small(int value) {
        put4(2);
        room(2);
        put2(value);
        return this;
    }

    CopyRows big(long value) {
        put4(8);
        put8(value);
        return this;
    }

    CopyRows yes(boolean value) {
        put4(1);
        room(1);
        bytes[length++] = (byte) (value ? 1 : 0);
        return this;
    }

    CopyRows id(UUID value) {
        if (value == null) {
            return nothing();
        }
        put4(16);
        put8(value.getMostSignificantBits());
        put8(value.getLeastSignificantBits());
        return this;
    }

    CopyRows day(int epochDay) {
        return epochDay == NONE ? nothing() : number(epochDay - DAYS_TO_2000);
    }

    CopyRows moment(long micros) {
        return micros == NEVER ? nothing() : big(micros - MICROS_TO_2000);
    }

    CopyRows text(String value) {
        return value == null ? nothing() : bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    CopyRows bytes(byte[] value) {
        put4(value.length);
        raw(value);
        return this;
    }

    /** @param value JSON text in UTF-8 */
    CopyRows json(byte[] value) {
        put4(value.length + 1);
        room(1);
        bytes[length++] = 1;
        raw(value);
        return this;
    }

    int rows() {
        return rows;
    }

    /** Everything, with the end mark. */
    byte[] finished() {
        room(2);
        put2(-1);
        return Arrays.copyOf(bytes, length);
    }

    private void raw(byte[] value) {
        room(value.length);
        System.arraycopy(value, 0, bytes, length, value.length);
        length += value.length;
    }

    private void put2(int value) {
        bytes[length++] = (byte) (value >>> 8);
        bytes[length++] = (byte) value;
    }

    private void put4(int value) {
        room(4);
        bytes[length++] = (byte) (value >>> 24);
        bytes[length++] = (byte) (value >>> 16);
        bytes[length++] = (byte) (value >>> 8);
        bytes[length++] = (byte) value;
    }

    private void put8(long value) {
        put4((int) (value >>> 32));
        put4((int) value);
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
