package no.innvei.web.caseload;

import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;

/**
 * @param user who shall have the part; without it nobody has, from {@code from} on
 * @param office the office of that user; needed with {@code user}
 * @param to last day; without it until somebody ends it
 */
public record AssignmentRequest(
        UUID user, UUID office, @NotNull LocalDate from, LocalDate to) {

    @JsonbCreator
    public AssignmentRequest(
            @JsonbProperty("user") UUID user,
            @JsonbProperty("office") UUID office,
            @JsonbProperty("from") LocalDate from,
            @JsonbProperty("to") LocalDate to) {
        this.user = user;
        this.office = office;
        this.from = from;
        this.to = to;
    }
}
