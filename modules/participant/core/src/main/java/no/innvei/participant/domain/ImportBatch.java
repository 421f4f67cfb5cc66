package no.innvei.participant.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import no.innvei.participant.api.ImportId;
import no.innvei.platform.InstantConverter;

/** A file that was read: a preview until it is confirmed, a receipt afterwards. Belongs to the user who read it. */
@Entity
@Table(schema = "participant", name = "import_batch")
public class ImportBatch {

    private static final Duration KEPT = Duration.ofHours(24);
    private static final int LONGEST_HEADERS = 4_000;

    @Id
    private UUID id;

    @Column(name = "tenant_id", nullable = false, updatable = false)
    private int tenantId;

    @Column(name = "user_id", nullable = false, updatable = false)
    private UUID userId;

    @Column(name = "ignored_columns", nullable = false, updatable = false)
    private String ignoredColumns;

    @Convert(converter = InstantConverter.class)
    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Convert(converter = InstantConverter.class)
    @Column(name = "expires_at", nullable = false, updatable = false)
    private Instant expiresAt;

    @Convert(converter = InstantConverter.class)
    @Column(name = "confirmed_at")
    private Instant confirmedAt;

    private int registered;
    private int updated;
    private int unchanged;

    @Version
    private long version;

    protected ImportBatch() {
        // for the persistence provider
    }

    public ImportBatch(ImportId id, int tenant, UUID user, List<String> ignored, Instant now) {
        this.id = id.value();
        this.tenantId = tenant;
        this.userId = user;
        var headers = String.join("\n", ignored);
        this.ignoredColumns = headers.substring(0, Math.min(headers.length(), LONGEST_HEADERS));
        this.createdAt = now;
        this.expiresAt = now.plus(KEPT);
    }

    /** Turns the preview into a receipt. */
    public void confirm(int registeredRows, int updatedRows, int unchangedRows, Instant now) {
        if (confirmedAt != null) {
            throw new IllegalStateException("confirmed before");
        }
        registered = registeredRows;
        updated = updatedRows;
        unchanged = unchangedRows;
        confirmedAt = now;
    }

    public boolean isOpenTo(UUID user, Instant now) {
        return userId.equals(user) && now.isBefore(expiresAt);
    }

    public boolean confirmed() {
        return confirmedAt != null;
    }

    public ImportId id() {
        return new ImportId(id);
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

    public List<String> ignoredColumns() {
        return ignoredColumns.isEmpty() ? List.of() : List.of(ignoredColumns.split("\n"));
    }
}
