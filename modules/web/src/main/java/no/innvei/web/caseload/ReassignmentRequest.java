package no.innvei.web.caseload;

import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.innvei.participant.api.Reassignments;

/**
 * @param part ADVISER or SUBSTITUTE
 * @param receivers by turns, in the order of the people; empty = nobody shall have them
 * @param from the first day of it
 */
public record ReassignmentRequest(
        @NotNull @Size(min = 1, max = Reassignments.MOST) List<@NotNull UUID> participants,
        @NotNull @Pattern(regexp = "ADVISER|SUBSTITUTE") String part,
        @NotNull @Size(max = 50) List<@NotNull @Valid Receiver> receivers,
        @NotNull LocalDate from) {

    /** @param office the office of that user */
    public record Receiver(@NotNull UUID user, @NotNull UUID office) {

        @JsonbCreator
        public Receiver(@JsonbProperty("user") UUID user, @JsonbProperty("office") UUID office) {
            this.user = user;
            this.office = office;
        }
    }

    @JsonbCreator
    public ReassignmentRequest(
            @JsonbProperty("participants") List<UUID> participants,
            @JsonbProperty("part") String part,
            @JsonbProperty("receivers") List<Receiver> receivers,
            @JsonbProperty("from") LocalDate from) {
        this.participants = participants;
        this.part = part;
        this.receivers = receivers;
        this.from = from;
    }
}
