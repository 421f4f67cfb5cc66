package no.innvei.participant.domain;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.UUID;
import no.innvei.kernel.ParticipantId;
import no.innvei.kernel.WrittenForm;
import no.innvei.participant.api.CitizenshipGroup;
import no.innvei.participant.api.EducationLevel;
import no.innvei.participant.api.LifeFact;
import no.innvei.participant.api.NameTokens;
import no.innvei.participant.api.PersonFacts;
import no.innvei.participant.api.PersonIdentifier;
import no.innvei.platform.InstantConverter;

/**
 * A person the municipality serves (deltaker), as lists and search see her: copies of what is true now in her {@link LifeRecord}, and the version everybody
 * who writes about her agrees on. Identity numbers and the words of the name lie beside.
 */
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

    @Column(name = "unaccompanied_minor")
    private Boolean unaccompaniedMinor;

    @Column(name = "research_reservation")
    private Boolean researchReservation;

    /** Read only; a {@code uuid} column that may be null is mapped as text: the provider's own conversion fails on null. */
    @Column(name = "merged_into", insertable = false, updatable = false)
    private String mergedInto;

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

    public Participant(int tenant, LifeRecord life, Instant now) {
        this.id = life.participant().value();
        this.tenantId = tenant;
        this.createdAt = now;
        show(life, now);
    }

    /** Copies what is true now from the record, for lists and for search. */
    public void show(LifeRecord life, Instant now) {
        var name = life.present(LifeFact.Name.class).orElseThrow();
        givenNames = name.givenNames();
        familyName = name.familyName();
        sortName = NameTokens.sortKey(givenNames, familyName);
        bornOn = life.present(LifeFact.BirthDate.class).orElseThrow().bornOn();
        var citizen = life.present(LifeFact.Citizenship.class);
        citizenship = citizen.map(LifeFact.Citizenship::country).orElse(null);
        citizenshipGroup = citizen.map(LifeFact.Citizenship::group).orElse(null);
        education = life.present(LifeFact.Education.class)
                .map(LifeFact.Education::level)
                .orElse(null);
        motherTongue = life.present(LifeFact.MotherTongue.class)
                .map(LifeFact.MotherTongue::language)
                .orElse(null);
        interpretingLanguage = life.present(LifeFact.Interpreting.class)
                .map(LifeFact.Interpreting::language)
                .orElse(null);
        writtenForm = life.present(LifeFact.WrittenForm.class)
                .map(LifeFact.WrittenForm::form)
                .orElse(null);
        unaccompaniedMinor = life.present(LifeFact.UnaccompaniedMinor.class)
                .map(LifeFact.UnaccompaniedMinor::applies)
                .orElse(null);
        researchReservation = life.present(LifeFact.ResearchReservation.class)
                .map(LifeFact.ResearchReservation::reserved)
                .orElse(null);
        changedAt = now;
    }

    /** Something that is kept beside has changed. */
    public void touch(Instant now) {
        changedAt = now;
    }

    /**
     * What is true now, with these identity numbers.
     *
     * @param life at least permit, settlement and children
     */
    public PersonFacts facts(LifeRecord life, List<PersonIdentifier> identifiers) {
        var permit = life.present(LifeFact.Permit.class);
        return new PersonFacts(
                givenNames,
                familyName,
                bornOn,
                identifiers,
                citizenship,
                citizenshipGroup,
                permit.map(LifeFact.Permit::basis).orElse(null),
                life.permitGrantedOn(),
                permit.map(LifeFact.Permit::followsFamilyPermit).orElse(false),
                life.settledOn(),
                life.present(LifeFact.Settlement.class)
                        .map(LifeFact.Settlement::byAgreement)
                        .orElse(false),
                education,
                motherTongue,
                interpretingLanguage,
                writtenForm,
                life.childrenAtHome());
    }

    public ParticipantId id() {
        return new ParticipantId(id);
    }

    /** Given names and family name in one. */
    public String name() {
        return familyName == null ? givenNames : givenNames + " " + familyName;
    }

    /** The words the person is searched by. */
    public SortedSet<String> nameTokens() {
        return NameTokens.of(givenNames, familyName);
    }

    public boolean isVersion(long expected) {
        return version == expected;
    }

    /** Another record stands for this one: it is shown and changed there. */
    public boolean merged() {
        return mergedInto != null;
    }

    public long version() {
        return version;
    }

    public Instant changedAt() {
        return changedAt;
    }
}
