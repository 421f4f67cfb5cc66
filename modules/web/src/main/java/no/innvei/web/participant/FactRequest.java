package no.innvei.web.participant;

import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import no.innvei.kernel.ParticipantId;
import no.innvei.kernel.WrittenForm;
import no.innvei.participant.api.CitizenshipGroup;
import no.innvei.participant.api.EducationEvidence;
import no.innvei.participant.api.EducationLevel;
import no.innvei.participant.api.FactCommand;
import no.innvei.participant.api.FactKind;
import no.innvei.participant.api.FactReason;
import no.innvei.participant.api.ImmigrationGround;
import no.innvei.participant.api.LifeFact;
import no.innvei.participant.api.LifeFact.Child;
import no.innvei.participant.api.LifeFact.Contact;
import no.innvei.participant.api.LifeFact.Employment;
import no.innvei.participant.api.LifeFact.Partner;
import no.innvei.participant.api.PermitBasis;

/**
 * A change (something new is true {@code from} a day), an end ({@code to} is the last day), a correction of a row, or a withdrawal of it.
 *
 * @param kind needed for a change and a correction
 * @param row needed for everything but a change
 * @param values the fact itself, every value as text, by the names that {@code GET} answers with
 */
public record FactRequest(
        @NotNull @Pattern(regexp = "CHANGE|END|CORRECT|WITHDRAW")
        String what,

        @Pattern(regexp = "[A-Z_]{1,30}") String kind,
        UUID row,

        @Pattern(regexp = "PHONE|EMAIL|ADDRESS|[0-9a-f-]{36}")
        String line,

        @Size(max = 8) Map<@Size(max = 30) String, @Size(max = 300) String> values,
        LocalDate from,
        LocalDate to,

        @Pattern(regexp = "TYPING_ERROR|NEW_DOCUMENT|TOLD_BY_PERSON|TOLD_BY_AUTHORITY|OTHER")
        String reason) {

    @JsonbCreator
    public FactRequest(
            @JsonbProperty("what") String what,
            @JsonbProperty("kind") String kind,
            @JsonbProperty("row") UUID row,
            @JsonbProperty("line") String line,
            @JsonbProperty("values") Map<String, String> values,
            @JsonbProperty("from") LocalDate from,
            @JsonbProperty("to") LocalDate to,
            @JsonbProperty("reason") String reason) {
        this.what = what;
        this.kind = kind;
        this.row = row;
        this.line = line;
        this.values = values;
        this.from = from;
        this.to = to;
        this.reason = reason;
    }

    @Override
    public String toString() {
        return what + " " + kind;
    }

    /** Empty when the values cannot be read. */
    Optional<FactCommand> toCommand() {
        try {
            var why = reason == null ? null : FactReason.valueOf(reason);
            var target = row == null ? new UUID(0, 0) : row;
            return Optional.of(
                    switch (what) {
                        case "CHANGE" -> new FactCommand.Change(line, fact(), from, why);
                        case "CORRECT" -> new FactCommand.Correct(target, fact(), from, to, why);
                        case "END" -> new FactCommand.End(target, to, why);
                        default -> new FactCommand.Withdraw(target, why);
                    });
        } catch (IllegalArgumentException | DateTimeException notReadable) {
            return Optional.empty();
        }
    }

    private LifeFact fact() {
        return switch (FactKind.valueOf(kind == null ? "" : kind)) {
            case NAME -> new LifeFact.Name(text("givenNames"), text("familyName"));
            case BIRTH_DATE -> new LifeFact.BirthDate(day("bornOn"));
            case PERMIT ->
                new LifeFact.Permit(
                        code("basis", PermitBasis.class),
                        flag("followsFamilyPermit"),
                        code("ground", ImmigrationGround.class),
                        day("renewedOn"),
                        day("expiresOn"));
            case SETTLEMENT -> new LifeFact.Settlement(flag("byAgreement"));
            case RESIDENCE -> new LifeFact.Residence(text("municipality"));
            case CITIZENSHIP -> new LifeFact.Citizenship(text("country"), code("group", CitizenshipGroup.class));
            case EDUCATION ->
                new LifeFact.Education(code("level", EducationLevel.class), code("evidence", EducationEvidence.class));
            case MOTHER_TONGUE -> new LifeFact.MotherTongue(text("language"));
            case INTERPRETING -> new LifeFact.Interpreting(text("language"));
            case WRITTEN_FORM -> new LifeFact.WrittenForm(code("form", WrittenForm.class));
            case PARTNER ->
                new Partner(
                        code("relation", Partner.Relation.class),
                        text("partner") == null ? null : new ParticipantId(UUID.fromString(text("partner"))),
                        flag("participates"),
                        flag("livesTogether"));
            case CHILD -> new Child(day("bornOn"), code("livesWith", Child.LivesWith.class));
            case EMPLOYMENT ->
                new Employment(
                        code("state", Employment.State.class),
                        Integer.parseInt(text("minutesPerWeek") == null ? "" : text("minutesPerWeek")));
            case CONTACT -> new Contact(code("channel", Contact.Channel.class), text("content"));
            case UNACCOMPANIED_MINOR -> new LifeFact.UnaccompaniedMinor(flag("applies"));
            case RESEARCH_RESERVATION -> new LifeFact.ResearchReservation(flag("reserved"));
        };
    }

    private String text(String name) {
        return values == null ? null : values.get(name);
    }

    private LocalDate day(String name) {
        return text(name) == null ? null : LocalDate.parse(text(name));
    }

    private boolean flag(String name) {
        return Boolean.parseBoolean(text(name));
    }

    private <E extends Enum<E>> E code(String name, Class<E> type) {
        return text(name) == null ? null : Enum.valueOf(type, text(name));
    }

    /** The values of a fact as text, the way a request holds them; nothing for what is not known. */
    static Map<String, String> values(LifeFact fact) {
        var values = new TreeMap<String, String>();
        for (var component : fact.getClass().getRecordComponents()) {
            try {
                var value = component.getAccessor().invoke(fact);
                if (value != null) {
                    values.put(
                            component.getName(),
                            value instanceof ParticipantId id ? id.value().toString() : value.toString());
                }
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        return values;
    }
}
