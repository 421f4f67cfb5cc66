package no.innvei.registersimulator;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * An append-only file with one JSON object a line, on disk before the answer goes out. A last line that a killed process left half written is cut off at
 * the next start: nobody was told that it was accepted.
 */
final class Journal implements Closeable {

    private final FileChannel file;

    private Journal(FileChannel file) {
        this.file = file;
    }

    static Journal at(Path path) throws IOException {
        if (path.getParent() != null) {
            Files.createDirectories(path.getParent());
        }
        return new Journal(
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
    }

    /** Everything written so far; leaves the position at the end of the last whole line. */
    List<JsonObject> replay() throws IOException {
        var lines = new ArrayList<JsonObject>();
        var line = new ByteArrayOutputStream();
        var buffer = ByteBuffer.allocate(1 << 16);
        long wholeUntil = 0;
        long position = 0;
        file.position(0);
        while (file.read(buffer) >= 0) {
            buffer.flip();
            while (buffer.hasRemaining()) {
                byte next = buffer.get();
                position++;
                if (next == '\n') {
                    lines.add(parse(line.toString(StandardCharsets.UTF_8)));
                    line.reset();
                    wholeUntil = position;
                } else {
                    line.write(next);
                }
            }
            buffer.clear();
        }
        file.truncate(wholeUntil);
        file.position(wholeUntil);
        return lines;
    }

    void append(JsonObject entry) throws IOException {
        var bytes = ByteBuffer.wrap((entry + "\n").getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
        file.force(false);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private static JsonObject parse(String line) {
        try (var reader = Json.createReader(new StringReader(line))) {
            return reader.readObject();
        }
    }
}
