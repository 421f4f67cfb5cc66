package no.innvei.rulescli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Lines of UTF-8 one by one, in constant memory: a line longer than {@link #LONGEST} is passed over and reported. A mark at the beginning of the
 * text and a carriage return at the end of a line are no part of it.
 */
final class Lines {

    /** Bytes. The facts of a case take a few hundred. */
    static final int LONGEST = 1 << 20;

    /** @param text {@code null} when the line is longer than {@link #LONGEST} or no UTF-8; {@code fault} then says so */
    record Line(String text, String fault) {}

    /** The input broke off; told apart from an output that nobody reads. */
    static final class Unreadable extends IOException {

        private static final long serialVersionUID = 1L;

        Unreadable(IOException cause) {
            super(cause);
        }
    }

    private final InputStream in;
    private final OutputStream flushedBeforeWaiting;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final byte[] chunk = new byte[1 << 16];
    private int next;
    private int filled;
    private byte[] collected = new byte[1 << 12];
    private boolean first = true;

    /** @param flushedBeforeWaiting so that who waits for an answer before asking again gets it */
    Lines(InputStream in, OutputStream flushedBeforeWaiting) {
        this.in = in;
        this.flushedBeforeWaiting = flushedBeforeWaiting;
    }

    /** @return {@code null} after the last line */
    Line next() throws IOException {
        int length = 0;
        boolean tooLong = false;
        boolean any = false;
        while (true) {
            if (next == filled && !fill()) {
                return any ? line(length, tooLong) : null;
            }
            any = true;
            int end = next;
            while (end < filled && chunk[end] != '\n') {
                end++;
            }
            int more = end - next;
            if (tooLong || length + more > LONGEST) {
                tooLong = true;
            } else {
                if (length + more > collected.length) {
                    collected = Arrays.copyOf(collected, Math.max(2 * collected.length, length + more));
                }
                System.arraycopy(chunk, next, collected, length, more);
                length += more;
            }
            next = end;
            if (end < filled) {
                next++;
                return line(length, tooLong);
            }
        }
    }

    private boolean fill() throws IOException {
        if (waits()) {
            flushedBeforeWaiting.flush();
        }
        try {
            next = 0;
            filled = Math.max(0, in.read(chunk));
            return filled > 0;
        } catch (IOException broken) {
            filled = 0;
            throw new Unreadable(broken);
        }
    }

    private boolean waits() {
        try {
            return in.available() == 0;
        } catch (IOException unknown) {
            return true;
        }
    }

    private Line line(int length, boolean tooLong) {
        int from = first
                        && length >= 3
                        && collected[0] == (byte) 0xEF
                        && collected[1] == (byte) 0xBB
                        && collected[2] == (byte) 0xBF
                ? 3
                : 0;
        first = false;
        if (tooLong) {
            return new Line(null, "The line is longer than 1 MB.");
        }
        int to = length > from && collected[length - 1] == '\r' ? length - 1 : length;
        try {
            return new Line(
                    decoder.decode(ByteBuffer.wrap(collected, from, to - from)).toString(), null);
        } catch (CharacterCodingException malformed) {
            return new Line(null, "The line is not text in UTF-8.");
        }
    }
}
