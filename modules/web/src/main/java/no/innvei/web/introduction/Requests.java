package no.innvei.web.introduction;

import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.innvei.introduction.api.CefrLevel;
import no.innvei.introduction.api.DecisionKind;
import no.innvei.introduction.api.ElementKind;
import no.innvei.introduction.api.EndingReason;
import no.innvei.introduction.api.FinalGoal;
import no.innvei.introduction.api.NorwegianGoal;
import no.innvei.introduction.api.PlanContent;
import no.innvei.introduction.api.ProgrammeId;
import no.innvei.introduction.api.Programmes;
import no.innvei.kernel.ParticipantId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Bodies of the requests about programmes and plans: shape only; whether a change is allowed is the use case's answer. */
final class Requests {

    private static final String GOALS =
            "WORK|EDUCATION_ABOVE_UPPER_SECONDARY|VOCATIONAL_REQUALIFICATION|COMPLETE_UPPER_SECONDARY|PARTS_OF_UPPER_SECONDARY"
                    + "|COMPLETE_TRADE_CERTIFICATE|COMPLETE_PRIMARY|PARTS_OF_PRIMARY";
    private static final String LEVELS = "A1|A2|B1|B2|C1";
    private static final String KINDS =
            "NORWEGIAN|SOCIAL_STUDIES|LIFE_SKILLS_CAREER_COMPETENCE|LIFE_SKILLS_MIGRATION_HEALTH_DIVERSITY|PARENT_GUIDANCE"
                    + "|WORK_PLACEMENT|PART_TIME_WORK|SHORT_TRADE_COURSE|NAV_MEASURE|SIMILAR_WORK_ORIENTED|FAST_TRACK"
                    + "|PREPARATORY_ADULT_EDUCATION|UPPER_SECONDARY|COMBINED_COURSE|VOCATIONAL_REQUALIFICATION"
                    + "|HIGHER_VOCATIONAL_EDUCATION|HIGHER_EDUCATION|PRIOR_LEARNING_VALIDATION|FOREIGN_EDUCATION_RECOGNITION"
                    + "|DIGITAL_SKILLS|OTHER";
    private static final String ENDINGS =
            "WORK_FULL_TIME|WORK_PART_TIME|UPPER_SECONDARY|PREPARATORY_ADULT_EDUCATION|HIGHER_EDUCATION|OTHER_EDUCATION"
                    + "|NAV_MEASURE|OTHER_QUALIFICATION|PARENTAL_LEAVE|ILLNESS_OR_BENEFIT|SOCIAL_ASSISTANCE|MOVED_MUNICIPALITY"
                    + "|LEFT_COUNTRY|WITHDRAWN|STOPPED_BY_MUNICIPALITY|DEATH|UNKNOWN";

    /** A claim (krav), an offer of start (tilbud), or both. */
    @Schema(name = "OfferRequest")
    public record OfferRequest(LocalDate claimedOn, LocalDate offerOn) {

        @JsonbCreator
        public OfferRequest(
                @JsonbProperty("claimedOn") LocalDate claimedOn, @JsonbProperty("offerOn") LocalDate offerOn) {
            this.claimedOn = claimedOn;
            this.offerOn = offerOn;
        }

        Programmes.Offer toCommand(UUID participant) {
            return new Programmes.Offer(new ParticipantId(participant), claimedOn, offerOn);
        }
    }

    @Schema(name = "RecordOfferRequest")
    public record RecordOfferRequest(@NotNull LocalDate offerOn) {

        @JsonbCreator
        public RecordOfferRequest(@JsonbProperty("offerOn") LocalDate offerOn) {
            this.offerOn = offerOn;
        }
    }

    @Schema(name = "DecisionRequest")
    public record DecisionRequest(
            @NotNull @Pattern(regexp = "AWARDED|REFUSED") String decision,
            @NotNull LocalDate decidedOn,
            LocalDate plannedStartOn,
            @Pattern(regexp = GOALS) String finalGoal,
            @Size(max = 2000) String goalReason,
            @Min(0) @Max(168) Integer workHoursPerWeek,
            @Size(max = 4000) String reasons) {

        @JsonbCreator
        public DecisionRequest(
                @JsonbProperty("decision") String decision,
                @JsonbProperty("decidedOn") LocalDate decidedOn,
                @JsonbProperty("plannedStartOn") LocalDate plannedStartOn,
                @JsonbProperty("finalGoal") String finalGoal,
                @JsonbProperty("goalReason") String goalReason,
                @JsonbProperty("workHoursPerWeek") Integer workHoursPerWeek,
                @JsonbProperty("reasons") String reasons) {
            this.decision = decision;
            this.decidedOn = decidedOn;
            this.plannedStartOn = plannedStartOn;
            this.finalGoal = finalGoal;
            this.goalReason = goalReason;
            this.workHoursPerWeek = workHoursPerWeek;
            this.reasons = reasons;
        }

        Programmes.Decide toCommand(UUID programme, long version) {
            return new Programmes.Decide(
                    new ProgrammeId(programme),
                    version,
                    DecisionKind.valueOf(decision),
                    decidedOn,
                    plannedStartOn,
                    finalGoal == null ? null : FinalGoal.valueOf(finalGoal),
                    goalReason,
                    workHoursPerWeek,
                    reasons);
        }
    }

    @Schema(name = "StartRequest")
    public record StartRequest(@NotNull LocalDate startedOn) {

        @JsonbCreator
        public StartRequest(@JsonbProperty("startedOn") LocalDate startedOn) {
            this.startedOn = startedOn;
        }
    }

    @Schema(name = "EndingRequest")
    public record EndingRequest(
            @NotNull LocalDate endedOn,
            @NotNull @Pattern(regexp = ENDINGS) String reason) {

        @JsonbCreator
        public EndingRequest(@JsonbProperty("endedOn") LocalDate endedOn, @JsonbProperty("reason") String reason) {
            this.endedOn = endedOn;
            this.reason = reason;
        }

        Programmes.End toCommand(UUID programme, long version) {
            return new Programmes.End(new ProgrammeId(programme), version, endedOn, EndingReason.valueOf(reason));
        }
    }

    @Schema(name = "NorwegianGoal")
    public record NorwegianGoalBody(
            @Pattern(regexp = LEVELS) String listening,
            @Pattern(regexp = LEVELS) String reading,
            @Pattern(regexp = LEVELS) String writing,
            @Pattern(regexp = LEVELS) String oral) {

        @JsonbCreator
        public NorwegianGoalBody(
                @JsonbProperty("listening") String listening,
                @JsonbProperty("reading") String reading,
                @JsonbProperty("writing") String writing,
                @JsonbProperty("oral") String oral) {
            this.listening = listening;
            this.reading = reading;
            this.writing = writing;
            this.oral = oral;
        }

        static NorwegianGoalBody of(NorwegianGoal goal) {
            return new NorwegianGoalBody(
                    name(goal.listening()), name(goal.reading()), name(goal.writing()), name(goal.oral()));
        }

        NorwegianGoal toGoal() {
            return new NorwegianGoal(level(listening), level(reading), level(writing), level(oral));
        }

        private static CefrLevel level(String name) {
            return name == null ? null : CefrLevel.valueOf(name);
        }
    }

    /** @param id of an element that is in the plan already; left out for a new one */
    @Schema(name = "PlanElement")
    public record ElementBody(
            @Pattern(regexp = "[0-9a-f-]{36}") String id,
            @NotNull @Pattern(regexp = KINDS) String kind,
            @Size(max = 200) String provider,
            @NotNull LocalDate from,
            @NotNull LocalDate to,
            @NotNull @Min(1) @Max(10080) Integer minutesPerWeek,
            @NotNull Boolean workOriented,
            @Size(max = 2000) String reason) {

        @JsonbCreator
        public ElementBody(
                @JsonbProperty("id") String id,
                @JsonbProperty("kind") String kind,
                @JsonbProperty("provider") String provider,
                @JsonbProperty("from") LocalDate from,
                @JsonbProperty("to") LocalDate to,
                @JsonbProperty("minutesPerWeek") Integer minutesPerWeek,
                @JsonbProperty("workOriented") Boolean workOriented,
                @JsonbProperty("reason") String reason) {
            this.id = id;
            this.kind = kind;
            this.provider = provider;
            this.from = from;
            this.to = to;
            this.minutesPerWeek = minutesPerWeek;
            this.workOriented = workOriented;
            this.reason = reason;
        }

        static ElementBody of(PlanContent.Element element) {
            return new ElementBody(
                    element.id().toString(),
                    element.kind().name(),
                    element.provider(),
                    element.from(),
                    element.to(),
                    element.minutesPerWeek(),
                    element.workOriented(),
                    element.reason());
        }

        PlanContent.Element toElement() {
            return new PlanContent.Element(
                    id == null ? PlanContent.Element.nextId() : UUID.fromString(id),
                    ElementKind.valueOf(kind),
                    provider,
                    from,
                    to,
                    minutesPerWeek,
                    workOriented,
                    reason);
        }
    }

    @Schema(name = "PlanContent")
    public record PlanBody(
            @Pattern(regexp = GOALS) String finalGoal,
            @Size(max = 2000) String goalReason,
            @Valid NorwegianGoalBody norwegianGoal,
            @Size(max = 2000) String longTermGoal,
            @NotNull Boolean substantialSelfStudy,
            @NotNull @Size(max = PlanContent.MOST_ELEMENTS) List<@NotNull @Valid ElementBody> elements) {

        @JsonbCreator
        public PlanBody(
                @JsonbProperty("finalGoal") String finalGoal,
                @JsonbProperty("goalReason") String goalReason,
                @JsonbProperty("norwegianGoal") NorwegianGoalBody norwegianGoal,
                @JsonbProperty("longTermGoal") String longTermGoal,
                @JsonbProperty("substantialSelfStudy") Boolean substantialSelfStudy,
                @JsonbProperty("elements") List<ElementBody> elements) {
            this.finalGoal = finalGoal;
            this.goalReason = goalReason;
            this.norwegianGoal = norwegianGoal;
            this.longTermGoal = longTermGoal;
            this.substantialSelfStudy = substantialSelfStudy;
            this.elements = elements;
        }

        static PlanBody of(PlanContent content) {
            return new PlanBody(
                    name(content.finalGoal()),
                    content.goalReason(),
                    NorwegianGoalBody.of(content.norwegianGoal()),
                    content.longTermGoal(),
                    content.substantialSelfStudy(),
                    content.elements().stream().map(ElementBody::of).toList());
        }

        PlanContent toContent() {
            return new PlanContent(
                    finalGoal == null ? null : FinalGoal.valueOf(finalGoal),
                    goalReason,
                    norwegianGoal == null ? NorwegianGoal.NOT_SET : norwegianGoal.toGoal(),
                    longTermGoal,
                    substantialSelfStudy,
                    elements.stream().map(ElementBody::toElement).toList());
        }
    }

    static String name(Enum<?> code) {
        return code == null ? null : code.name();
    }

    private Requests() {}
}
