package no.innvei.web.tenancy;

import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import no.innvei.tenancy.api.Users.EndAccess;

/** @param lastDay the last day with access; yesterday ends it at once */
public record EndAccessRequest(@NotNull LocalDate lastDay) {

    @JsonbCreator
    public EndAccessRequest(@JsonbProperty("lastDay") LocalDate lastDay) {
        this.lastDay = lastDay;
    }

    EndAccess toCommand(UUID user, long version) {
        return new EndAccess(user, version, lastDay);
    }
}
