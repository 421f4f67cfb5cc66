package no.innvei.devstack;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the end of log files for error messages. */
final class Logs {

    private static final int WINDOW = 16_384;

    static String tail(Path file, int lines) {
        if (!Files.isReadable(file)) {
            return "(nothing was written)";
        }
        try (var log = new RandomAccessFile(file.toFile(), "r")) {
            long from = Math.max(0, log.length() - WINDOW);
            byte[] bytes = new byte[(int) (log.length() - from)];
            log.seek(from);
            log.readFully(bytes);
            String[] all = new String(bytes, StandardCharsets.UTF_8).split("\n");
            var text = new StringBuilder();
            for (int i = Math.max(0, all.length - lines); i < all.length; i++) {
                text.append("  ").append(all[i]).append('\n');
            }
            return text.toString();
        } catch (IOException e) {
            return "(unreadable: " + e.getMessage() + ")";
        }
    }

    /** The text from a position on, at most the last 256 KB of it; empty when there is none. */
    static String since(Path file, long position) {
        if (!Files.isReadable(file)) {
            return "";
        }
        try (var log = new RandomAccessFile(file.toFile(), "r")) {
            long from = Math.max(position, log.length() - 16 * WINDOW);
            if (from >= log.length()) {
                return "";
            }
            byte[] bytes = new byte[(int) (log.length() - from)];
            log.seek(from);
            log.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    private Logs() {}
}
