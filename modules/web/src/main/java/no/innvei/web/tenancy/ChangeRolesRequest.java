package no.innvei.web.tenancy;

import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import no.innvei.tenancy.api.Users.ChangeRoles;

/** All roles the user shall have in the office from now on; an empty list takes them away. */
public record ChangeRolesRequest(
        @NotNull @Size(max = 8) List<@NotNull @Pattern(regexp = RoleNames.PATTERN) String> roles) {

    @JsonbCreator
    public ChangeRolesRequest(@JsonbProperty("roles") List<String> roles) {
        this.roles = roles;
    }

    ChangeRoles toCommand(UUID user, long version, UUID office) {
        return new ChangeRoles(user, version, office, RoleNames.roles(roles));
    }
}
