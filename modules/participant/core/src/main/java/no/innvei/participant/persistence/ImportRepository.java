package no.innvei.participant.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import no.innvei.participant.api.ImportId;
import no.innvei.participant.domain.ImportBatch;
import no.innvei.participant.domain.ImportLine;
import no.innvei.platform.CurrentScope;

/** Files that were read for import. */
@ApplicationScoped
public class ImportRepository {

    /** First key of the advisory lock; the second is the tenant. */
    private static final int IMPORT_LOCK = 0x696D70;

    private EntityManager entities;
    private CurrentScope scope;

    protected ImportRepository() {
        // for the CDI proxy
    }

    @Inject
    public ImportRepository(CurrentScope scope) {
        this.scope = scope;
    }

    @PersistenceContext(unitName = "participant")
    public void setEntities(EntityManager entities) {
        this.entities = entities;
    }

    public void add(ImportBatch batch) {
        entities.persist(batch);
        entities.flush();
    }

    public void add(ImportLine line) {
        entities.persist(line);
    }

    public Optional<ImportBatch> find(ImportId id) {
        return Optional.ofNullable(entities.find(ImportBatch.class, id.value()));
    }

    /** The batch as it is committed now, held until the transaction ends. */
    public Optional<ImportBatch> lock(ImportId id) {
        return Optional.ofNullable(entities.find(ImportBatch.class, id.value(), LockModeType.PESSIMISTIC_WRITE));
    }

    /** False when another transaction of this tenant is writing an import. Held until the transaction ends. */
    public boolean onlyWriterOfTenant() {
        return (Boolean) entities.createNativeQuery("select pg_try_advisory_xact_lock(?1, ?2)")
                .setParameter(1, IMPORT_LOCK)
                .setParameter(2, scope.tenant())
                .getSingleResult();
    }

    /** In the order of the file. */
    public List<ImportLine> lines(ImportId id) {
        return entities.createQuery(
                        "select l from ImportLine l where l.batchId = :id order by l.line", ImportLine.class)
                .setParameter("id", id.value())
                .getResultList();
    }

    /** Removes the lines that were written, and their personal data with them. */
    public void forgetTaken(ImportId id) {
        entities.createNativeQuery("delete from participant.import_line where batch_id = ?1 and cells is not null")
                .setParameter(1, id.value())
                .executeUpdate();
    }

    public void forgetExpired(Instant now) {
        forgetExpired(now, Integer.MAX_VALUE);
    }

    /** Lines go with their batch, so a few batches can be many rows. */
    public int forgetExpired(Instant now, int most) {
        return entities.createNativeQuery("""
                        delete from participant.import_batch where id in (
                            select id from participant.import_batch
                            where tenant_id = platform.cur_tenant() and expires_at <= ?1 order by expires_at limit ?2)
                        """)
                .setParameter(1, now.atOffset(ZoneOffset.UTC))
                .setParameter(2, most)
                .executeUpdate();
    }

    public void flush() {
        entities.flush();
    }
}
