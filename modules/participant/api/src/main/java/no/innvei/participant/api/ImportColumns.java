package no.innvei.participant.api;

import java.time.Instant;
import java.util.List;

/**
 * Which column of the file is which fact: proposed from the headers and from what the organization chose before, until the user says otherwise.
 *
 * @param missing columns without which nobody can be taken in; any of the identity numbers stands for all three
 * @param repeated columns of ours that several columns of the file would fill
 */
public record ImportColumns(
        ImportId id,
        Instant expiresAt,
        List<FileColumn> columns,
        List<ImportColumn> missing,
        List<ImportColumn> repeated) {

    public ImportColumns {
        columns = List.copyOf(columns);
        missing = List.copyOf(missing);
        repeated = List.copyOf(repeated);
    }

    public boolean clear() {
        return missing.isEmpty() && repeated.isEmpty();
    }

    /**
     * @param index place in the file, from 0
     * @param letter as a spreadsheet names it: A, B … AA
     * @param samples some of what stands there
     * @param meaning {@code null} = fills nothing
     */
    public record FileColumn(int index, String letter, String header, List<String> samples, ImportColumn meaning) {
        public FileColumn {
            samples = List.copyOf(samples);
        }
    }
}
