package no.innvei.introduction.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.innvei.introduction.api.ProgrammeId;
import no.innvei.introduction.domain.ApprovedElement;
import no.innvei.introduction.domain.ApprovedPlan;
import no.innvei.introduction.domain.PlanDraft;

/** Drafts and approved versions of integration plans. */
@ApplicationScoped
public class PlanRepository {

    @PersistenceContext(unitName = "introduction")
    private EntityManager entities;

    public void add(PlanDraft draft) {
        entities.persist(draft);
    }

    public void add(ApprovedPlan plan) {
        entities.persist(plan);
    }

    /** A change of an element alone is a change of the draft: its version goes up. */
    public void touch(PlanDraft draft) {
        entities.lock(draft, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
    }

    /** A draft is work in progress, not a decision: it may go when it has become a version. */
    public void discard(PlanDraft draft) {
        entities.remove(draft);
    }

    public Optional<PlanDraft> draft(ProgrammeId programme) {
        return entities.createQuery("select d from PlanDraft d where d.programmeId = :programme", PlanDraft.class)
                .setParameter("programme", programme.value())
                .getResultStream()
                .findFirst();
    }

    /** Newest first. */
    public List<ApprovedPlan> versions(ProgrammeId programme) {
        return entities.createQuery(
                        "select v from ApprovedPlan v where v.programmeId = :programme order by v.number desc",
                        ApprovedPlan.class)
                .setParameter("programme", programme.value())
                .getResultList();
    }

    public Optional<ApprovedPlan> version(ProgrammeId programme, int number) {
        return entities.createQuery(
                        "select v from ApprovedPlan v where v.programmeId = :programme and v.number = :number",
                        ApprovedPlan.class)
                .setParameter("programme", programme.value())
                .setParameter("number", number)
                .getResultStream()
                .findFirst();
    }

    /** The element in the newest approved version that has it. */
    public Optional<ApprovedElement> element(ProgrammeId programme, UUID element) {
        return entities.createQuery("""
                        select e from ApprovedElement e
                        where e.elementId = :element and e.plan.programmeId = :programme
                        order by e.plan.number desc
                        """, ApprovedElement.class)
                .setParameter("element", element)
                .setParameter("programme", programme.value())
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Zero before the first. */
    public int newestNumber(ProgrammeId programme) {
        return entities.createQuery(
                        "select coalesce(max(v.number), 0) from ApprovedPlan v where v.programmeId = :programme",
                        Integer.class)
                .setParameter("programme", programme.value())
                .getSingleResult();
    }

    public void flush() {
        entities.flush();
    }
}
