package no.innvei.introduction.domain;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import no.innvei.introduction.api.CefrLevel;
import no.innvei.introduction.api.FinalGoal;
import no.innvei.introduction.api.NorwegianGoal;
import no.innvei.introduction.api.PlanContent;
import no.innvei.introduction.api.ProgrammeId;
import no.innvei.kernel.Uuid7;
import no.innvei.platform.InstantConverter;

/** The one open draft of a programme's integration plan (integreringsplan, integreringsloven § 15); root of its elements. */
@Entity
@Table(schema = "introduction", name = "plan_draft")
public class PlanDraft {

    @Id
    private UUID id;

    @Column(name = "tenant_id", nullable = false, updatable = false)
    private int tenantId;

    @Column(name = "participant_id", nullable = false, updatable = false)
    private UUID participantId;

    @Column(name = "programme_id", nullable = false, updatable = false)
    private UUID programmeId;

    @Enumerated(EnumType.STRING)
    @Column(name = "final_goal")
    private FinalGoal finalGoal;

    @Column(name = "goal_reason")
    private String goalReason;

    @Enumerated(EnumType.STRING)
    private CefrLevel listening;

    @Enumerated(EnumType.STRING)
    private CefrLevel reading;

    @Enumerated(EnumType.STRING)
    private CefrLevel writing;

    @Enumerated(EnumType.STRING)
    private CefrLevel oral;

    @Column(name = "long_term_goal")
    private String longTermGoal;

    @Column(name = "substantial_self_study", nullable = false)
    private boolean substantialSelfStudy;

    @Convert(converter = InstantConverter.class)
    @Column(name = "saved_at", nullable = false)
    private Instant savedAt;

    @Version
    private long version;

    @OneToMany(mappedBy = "draft", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<DraftElement> elements = new ArrayList<>();

    protected PlanDraft() {
        // for the persistence provider
    }

    public PlanDraft(int tenant, Programme programme, Instant now) {
        this.id = Uuid7.next();
        this.tenantId = tenant;
        this.participantId = programme.participant().value();
        this.programmeId = programme.id().value();
        this.savedAt = now;
    }

    /** Takes over what was written. An element keeps its row as long as its id is there. */
    public void write(PlanContent content, Instant now) {
        finalGoal = content.finalGoal();
        goalReason = content.goalReason();
        listening = content.norwegianGoal().listening();
        reading = content.norwegianGoal().reading();
        writing = content.norwegianGoal().writing();
        oral = content.norwegianGoal().oral();
        longTermGoal = content.longTermGoal();
        substantialSelfStudy = content.substantialSelfStudy();
        savedAt = now;

        var known = new HashMap<UUID, DraftElement>();
        elements.forEach(element -> known.put(element.id(), element));
        var kept = new ArrayList<DraftElement>();
        for (int position = 0; position < content.elements().size(); position++) {
            var written = content.elements().get(position);
            var element = known.get(written.id());
            if (element == null) {
                element = new DraftElement(this, tenantId, participantId, written.id());
                elements.add(element);
            }
            element.write(written, position);
            kept.add(element);
        }
        elements.removeIf(element -> !kept.contains(element));
    }

    public PlanContent content() {
        return new PlanContent(
                finalGoal,
                goalReason,
                new NorwegianGoal(listening, reading, writing, oral),
                longTermGoal,
                substantialSelfStudy,
                elements.stream()
                        .sorted(java.util.Comparator.comparingInt(DraftElement::position))
                        .map(DraftElement::content)
                        .toList());
    }

    public ProgrammeId programme() {
        return new ProgrammeId(programmeId);
    }

    public Instant savedAt() {
        return savedAt;
    }

    public long version() {
        return version;
    }

    public boolean isVersion(long expected) {
        return version == expected;
    }
}
