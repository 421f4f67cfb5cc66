package no.innvei.participant.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.innvei.participant.api.ImportColumn;
import no.innvei.participant.api.ImportId;
import no.innvei.platform.InstantConverter;

/** A file that was read, from the first look at it until it is written or undone. Belongs to the user who read it. */
@Entity
@Table(schema = "participant", name = "import_batch")
public class ImportBatch {

    /** How long rows wait for confirmation, and how long a written import can be undone. */
    public static final Duration KEPT = Duration.ofHours(24);

    /** Where it is. */
    public enum State {
        /** The user must say which column is which. */
        COLUMNS,
        PREVIEW,
        WRITING,
        DONE,
        UNDOING,
        UNDONE
    }

    @Id
    private UUID id;

    @Column(name = "tenant_id", nullable = false, updatable = false)
    private int tenantId;

    @Column(name = "user_id", nullable = false, updatable = false)
    private UUID userId;

    @Column(updatable = false)
    private byte[] headers;

    @Column(nullable = false)
    private String meanings;

    @Column(name = "row_count", nullable = false, updatable = false)
    private int rowCount;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private State state;

    private int progress;
    private int steps;

    @Convert(converter = InstantConverter.class)
    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Convert(converter = InstantConverter.class)
    @Column(name = "expires_at", nullable = false)
    private Instant expiresAt;

    @Convert(converter = InstantConverter.class)
    @Column(name = "confirmed_at")
    private Instant confirmedAt;

    private int registered;
    private int updated;
    private int unchanged;

    @Column(name = "not_taken")
    private int notTaken;

    @Convert(converter = InstantConverter.class)
    @Column(name = "undone_at")
    private Instant undoneAt;

    private int undone;
    private int kept;

    @Version
    private long version;

    protected ImportBatch() {
        // for the persistence provider
    }

    /** @param headers encrypted */
    public ImportBatch(ImportId id, int tenant, UUID user, byte[] headers, int rows, Instant now) {
        this.id = id.value();
        this.tenantId = tenant;
        this.userId = user;
        this.headers = headers.clone();
        this.rowCount = rows;
        this.meanings = "";
        this.state = State.COLUMNS;
        this.createdAt = now;
        this.expiresAt = now.plus(KEPT);
    }

    /** @param clear whether rows can be judged by these columns */
    public void fill(List<ImportColumn> columns, boolean clear) {
        meanings = columns.stream()
                .map(column -> column == null ? "-" : column.name())
                .collect(Collectors.joining(","));
        state = clear ? State.PREVIEW : State.COLUMNS;
    }

    /** What each column of the file fills; {@code null} = nothing. */
    public List<ImportColumn> meanings() {
        return Stream.of(meanings.split(","))
                .map(name -> name.equals("-") || name.isEmpty() ? null : ImportColumn.valueOf(name))
                .collect(Collectors.toList());
    }

    /** Begins to be written; may be undone for as long as it would have waited. */
    public void confirm(int rows, Instant now) {
        state = State.WRITING;
        confirmedAt = now;
        expiresAt = now.plus(KEPT);
        steps = rows;
        progress = 0;
    }

    public void wrote(int rows, int registeredRows, int updatedRows, int unchangedRows) {
        progress += rows;
        registered += registeredRows;
        updated += updatedRows;
        unchanged += unchangedRows;
    }

    public void written(int leftOut) {
        state = State.DONE;
        notTaken = leftOut;
    }

    /** Begins to be undone. */
    public void undo(int people) {
        state = State.UNDOING;
        steps = people;
        progress = 0;
    }

    public void undid(int people, int left) {
        progress += people + left;
        undone += people;
        kept += left;
    }

    public void undone(Instant now) {
        state = State.UNDONE;
        undoneAt = now;
    }

    public boolean isOpenTo(UUID user, Instant now) {
        return userId.equals(user) && (now.isBefore(expiresAt) || state == State.WRITING || state == State.UNDOING);
    }

    public boolean canBeUndone(Instant now) {
        return state == State.DONE && now.isBefore(expiresAt);
    }

    public ImportId id() {
        return new ImportId(id);
    }

    public State state() {
        return state;
    }

    public byte[] headers() {
        return headers.clone();
    }

    public int rowCount() {
        return rowCount;
    }

    public int progress() {
        return progress;
    }

    public int steps() {
        return steps;
    }

    public Instant expiresAt() {
        return expiresAt;
    }

    public Instant confirmedAt() {
        return confirmedAt;
    }

    public int registered() {
        return registered;
    }

    public int updated() {
        return updated;
    }

    public int unchanged() {
        return unchanged;
    }

    public int notTaken() {
        return notTaken;
    }

    public Instant undoneAt() {
        return undoneAt;
    }

    public int undone() {
        return undone;
    }

    public int kept() {
        return kept;
    }
}
