package no.innvei.participant.domain;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;
import no.innvei.kernel.ParticipantId;
import no.innvei.kernel.WrittenForm;
import no.innvei.participant.api.CitizenshipGroup;
import no.innvei.participant.api.EducationLevel;
import no.innvei.participant.api.NameTokens;
import no.innvei.participant.api.PersonFacts;
import no.innvei.participant.api.PersonIdentifier;
import no.innvei.platform.InstantConverter;

/** A person the municipality serves (deltaker); root of permits, settlement and children. Identity numbers and the words of the name lie beside. */
@Entity
@Table(schema = "participant", name = "participant")
public class Participant {

    @Id
    private UUID id;

    @Column(name = "tenant_id", nullable = false, updatable = false)
    private int tenantId;

    @Column(name = "given_names", nullable = false)
    private String givenNames;

    @Column(name = "family_name")
    private String familyName;

    @Column(name = "sort_name", nullable = false)
    private String sortName;

    @Column(name = "born_on", nullable = false)
    private LocalDate bornOn;

    private String citizenship;

    @Enumerated(EnumType.STRING)
    @Column(name = "citizenship_group")
    private CitizenshipGroup citizenshipGroup;

    @Enumerated(EnumType.STRING)
    private EducationLevel education;

    @Column(name = "mother_tongue")
    private String motherTongue;

    @Column(name = "interpreting_language")
    private String interpretingLanguage;

    @Enumerated(EnumType.STRING)
    @Column(name = "written_form")
    private WrittenForm writtenForm;

    @OneToMany(mappedBy = "participant", cascade = CascadeType.PERSIST)
    private List<ResidencePermit> permits = new ArrayList<>();

    @OneToMany(mappedBy = "participant", cascade = CascadeType.PERSIST)
    private List<Settlement> settlements = new ArrayList<>();

    @OneToMany(mappedBy = "participant", cascade = CascadeType.PERSIST, orphanRemoval = true)
    private List<Child> children = new ArrayList<>();

    @Version
    private long version;

    @Convert(converter = InstantConverter.class)
    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Convert(converter = InstantConverter.class)
    @Column(name = "changed_at", nullable = false)
    private Instant changedAt;

    protected Participant() {
        // for the persistence provider
    }

    public Participant(ParticipantId id, int tenant, PersonFacts facts, Instant now) {
        this.id = id.value();
        this.tenantId = tenant;
        this.createdAt = now;
        take(facts, now);
    }

    /** Writes down what is known now. The identity numbers of {@code facts} are not looked at. */
    public void take(PersonFacts facts, Instant now) {
        name(facts.givenNames(), facts.familyName());
        bornOn = facts.bornOn();
        citizenship = facts.citizenship();
        citizenshipGroup = facts.citizenshipGroup();
        education = facts.education();
        motherTongue = facts.motherTongue();
        interpretingLanguage = facts.interpretingLanguage();
        writtenForm = facts.writtenForm();
        permit(facts, now);
        settle(facts, now);
        if (!childrenBornOn().equals(facts.childrenBornOn())) {
            children.clear();
            for (var born : facts.childrenBornOn()) {
                children.add(new Child(tenantId, this, born));
            }
        }
        changedAt = now;
    }

    private void name(String given, String family) {
        givenNames = given;
        familyName = family;
        sortName = NameTokens.sortKey(given, family);
    }

    private void permit(PersonFacts facts, Instant now) {
        var present = presentPermit();
        if (facts.permitBasis() == null) {
            present.ifPresent(permit -> permit.supersede(now));
            return;
        }
        if (present.isPresent()) {
            var permit = present.get();
            if (permit.says(facts.permitBasis(), facts.permitGrantedOn(), facts.followsFamilyPermit())) {
                return;
            }
            if (permit.isFollowedBy(facts.permitBasis(), facts.permitGrantedOn())) {
                permits.add(permit.endingBefore(facts.permitGrantedOn(), now));
            } else {
                permit.supersede(now);
            }
        }
        permits.add(new ResidencePermit(
                tenantId, this, facts.permitBasis(), facts.followsFamilyPermit(), facts.permitGrantedOn(), null, now));
    }

    private void settle(PersonFacts facts, Instant now) {
        var present = presentSettlement();
        boolean known = facts.settledOn() != null || facts.settledByAgreement();
        if (known && present.isPresent() && present.get().says(facts.settledOn(), facts.settledByAgreement())) {
            return;
        }
        present.ifPresent(settlement -> settlement.supersede(now));
        if (known) {
            settlements.add(new Settlement(tenantId, this, facts.settledOn(), facts.settledByAgreement(), now));
        }
    }

    /** What is true now, with these identity numbers. */
    public PersonFacts facts(List<PersonIdentifier> identifiers) {
        var permit = presentPermit();
        var settlement = presentSettlement();
        return new PersonFacts(
                givenNames,
                familyName,
                bornOn,
                identifiers,
                citizenship,
                citizenshipGroup,
                permit.map(ResidencePermit::basis).orElse(null),
                permit.map(ResidencePermit::grantedOn).orElse(null),
                permit.map(ResidencePermit::followsFamilyPermit).orElse(false),
                settlement.map(Settlement::settledOn).orElse(null),
                settlement.map(Settlement::byAgreement).orElse(false),
                education,
                motherTongue,
                interpretingLanguage,
                writtenForm,
                childrenBornOn());
    }

    private Optional<ResidencePermit> presentPermit() {
        return permits.stream().filter(ResidencePermit::present).findFirst();
    }

    private Optional<Settlement> presentSettlement() {
        return settlements.stream().filter(Settlement::present).findFirst();
    }

    private List<LocalDate> childrenBornOn() {
        return children.stream().map(Child::bornOn).sorted().toList();
    }

    public ParticipantId id() {
        return new ParticipantId(id);
    }

    /** The words the person is searched by. */
    public SortedSet<String> nameTokens() {
        return NameTokens.of(givenNames, familyName);
    }

    public boolean isVersion(long expected) {
        return version == expected;
    }

    public long version() {
        return version;
    }

    public Instant changedAt() {
        return changedAt;
    }
}
