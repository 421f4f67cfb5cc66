package no.innvei.participant.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.innvei.participant.api.ImportColumn;
import no.innvei.participant.api.ImportId;
import no.innvei.participant.api.ImportPreview.Code;
import no.innvei.participant.api.ImportPreview.Outcome;
import no.innvei.participant.api.ImportPreview.Reason;
import no.innvei.participant.api.ImportPreview.Row;

/** One row of an import file: what was written, encrypted, and what would come of it. */
@Entity
@IdClass(ImportLine.Key.class)
@Table(schema = "participant", name = "import_line")
public class ImportLine {

    @Id
    @Column(name = "batch_id")
    private UUID batchId;

    @Id
    private int line;

    @Column(name = "tenant_id", nullable = false, updatable = false)
    private int tenantId;

    private byte[] cells;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Outcome outcome;

    @Column(nullable = false)
    private String reasons;

    @Column(nullable = false)
    private String changed;

    @Column(name = "seen_version")
    private Long seenVersion;

    protected ImportLine() {
        // for the persistence provider
    }

    /** @param seenVersion version of the matching person, {@code null} when there is none */
    public ImportLine(ImportId batch, int tenant, byte[] cells, Row row, Long seenVersion) {
        this.batchId = batch.value();
        this.tenantId = tenant;
        this.line = row.line();
        this.cells = cells;
        this.seenVersion = seenVersion;
        judged(row);
    }

    private void judged(Row row) {
        outcome = row.outcome();
        reasons = row.reasons().stream()
                .map(reason -> (reason.column() == null ? "" : reason.column().name()) + ":"
                        + reason.code().name())
                .collect(Collectors.joining(","));
        changed = row.changed().stream().map(ImportColumn::name).collect(Collectors.joining(","));
    }

    /** Ends as not taken: says why, and lets go of what was written in the file. */
    public void notTaken(Row row) {
        judged(row);
        cells = null;
    }

    /** @param name what the row says, read from its cells; empty once they are gone */
    public Row row(String name) {
        return new Row(
                line,
                name,
                outcome,
                words(reasons).map(ImportLine::reason).toList(),
                words(changed).map(ImportColumn::valueOf).toList());
    }

    private static Reason reason(String written) {
        int colon = written.indexOf(':');
        return new Reason(
                colon == 0 ? null : ImportColumn.valueOf(written.substring(0, colon)),
                Code.valueOf(written.substring(colon + 1)));
    }

    private static Stream<String> words(String list) {
        return list.isEmpty() ? Stream.empty() : List.of(list.split(",")).stream();
    }

    public int line() {
        return line;
    }

    public byte[] cells() {
        return cells;
    }

    public Outcome outcome() {
        return outcome;
    }

    /** Whether the person a row matches now is the one, in the state, that the preview was made from. */
    public boolean isSeenVersion(Long version) {
        return Objects.equals(seenVersion, version);
    }

    /** The key inside one tenant. */
    public static class Key implements Serializable {

        private UUID batchId;
        private int line;

        public Key() {
            // for the persistence provider
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && line == key.line && Objects.equals(batchId, key.batchId);
        }

        @Override
        public int hashCode() {
            return Objects.hash(batchId, line);
        }
    }
}
