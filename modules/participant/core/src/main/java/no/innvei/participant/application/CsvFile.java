package no.innvei.participant.application;

import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.RFC4180ParserBuilder;
import com.opencsv.exceptions.CsvException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import no.innvei.participant.api.ImportReading.Cause;

/** Reads CSV: finds out encoding and separator, and keeps the line numbers an editor shows. */
final class CsvFile {

    private static final int MOST_LINES_IN_A_CELL = 20;
    private static final char MARK = '\ufeff';
    private static final char[] SEPARATORS = {';', ',', '\t'};

    static Grid.Result read(byte[] bytes) {
        return text(bytes).map(CsvFile::table).orElseGet(() -> Grid.unusable(Cause.NOT_TEXT, 0));
    }

    /** UTF-8 where the bytes can be that, since hardly any other text can; with a mark UTF-16; otherwise Windows-1252, if that gives text. */
    private static Optional<String> text(byte[] bytes) {
        boolean utf16 = bytes.length > 1
                && (bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe
                        || bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff);
        return (utf16
                        ? decoded(bytes, StandardCharsets.UTF_16)
                        : decoded(bytes, StandardCharsets.UTF_8)
                                .or(() -> decoded(bytes, Charset.forName("windows-1252"))))
                .filter(text -> text.chars().noneMatch(CsvFile::isNoText))
                .map(text -> !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text);
    }

    private static Optional<String> decoded(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean isNoText(int c) {
        return c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f';
    }

    private static Grid.Result table(String whole) {
        int skipped = 0;
        var text = whole;
        Character told = null;
        if (text.toLowerCase(Locale.ROOT).startsWith("sep=")) { // a hint for spreadsheets, not a row
            told = text.length() > 4 && isSeparator(text.charAt(4)) ? text.charAt(4) : null;
            int end = text.indexOf('\n');
            text = end < 0 ? "" : text.substring(end + 1);
            skipped = 1;
        }
        if (text.isBlank()) {
            return Grid.unusable(Cause.EMPTY, 0);
        }
        var reader = reader(text, told == null ? separatorOf(text) : told);
        var grid = new Grid.Builder();
        long before = 0;
        try {
            for (var cells = reader.readNext(); cells != null; cells = reader.readNext()) {
                var refusal = grid.add((int) before + 1 + skipped, Arrays.asList(cells));
                if (refusal.isPresent()) {
                    return refusal.get();
                }
                before = reader.getLinesRead();
            }
        } catch (CsvException
                | IOException e) { // the text is in memory: what cannot be read is a quotation mark too many
            return Grid.unusable(Cause.OPEN_QUOTE, (int) before + 1 + skipped);
        }
        return grid.done();
    }

    private static boolean isSeparator(char c) {
        return new String(SEPARATORS).indexOf(c) >= 0;
    }

    /** The separator that makes most of the header, outside quotation marks. */
    private static char separatorOf(String text) {
        var header = text.stripLeading().lines().findFirst().orElse("");
        var counts = new int[SEPARATORS.length];
        boolean quoted = false;
        for (int i = 0; i < header.length(); i++) {
            char c = header.charAt(i);
            quoted ^= c == '"';
            for (int s = 0; s < SEPARATORS.length && !quoted; s++) {
                counts[s] += c == SEPARATORS[s] ? 1 : 0;
            }
        }
        int best = 0;
        for (int s = 1; s < SEPARATORS.length; s++) {
            best = counts[s] > counts[best] ? s : best;
        }
        return SEPARATORS[best];
    }

    private static CSVReader reader(String text, char separator) {
        return new CSVReaderBuilder(new StringReader(text))
                .withCSVParser(
                        new RFC4180ParserBuilder().withSeparator(separator).build())
                .withMultilineLimit(MOST_LINES_IN_A_CELL)
                .withKeepCarriageReturn(false)
                .build();
    }

    private CsvFile() {}
}
