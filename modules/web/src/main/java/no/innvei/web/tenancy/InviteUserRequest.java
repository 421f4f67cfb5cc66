package no.innvei.web.tenancy;

import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.innvei.tenancy.api.Users.InviteUser;

/** @param validTo last day; left out when the access has no planned end */
public record InviteUserRequest(
        @NotBlank @Size(max = 200) String displayName,
        @NotNull @Email @Size(min = 3, max = 254) String email,
        @NotEmpty @Size(max = 8) List<@NotNull @Pattern(regexp = RoleNames.PATTERN) String> roles,
        @NotNull UUID office,
        @NotNull LocalDate validFrom,
        LocalDate validTo) {

    @JsonbCreator
    public InviteUserRequest(
            @JsonbProperty("displayName") String displayName,
            @JsonbProperty("email") String email,
            @JsonbProperty("roles") List<String> roles,
            @JsonbProperty("office") UUID office,
            @JsonbProperty("validFrom") LocalDate validFrom,
            @JsonbProperty("validTo") LocalDate validTo) {
        this.displayName = displayName;
        this.email = email;
        this.roles = roles;
        this.office = office;
        this.validFrom = validFrom;
        this.validTo = validTo;
    }

    InviteUser toCommand() {
        return new InviteUser(
                displayName.strip(), email, RoleNames.roles(roles), office, validFrom, Optional.ofNullable(validTo));
    }
}
