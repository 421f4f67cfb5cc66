package no.innvei.web.tenancy;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.innvei.kernel.Page;
import no.innvei.tenancy.api.UserOutcome;
import no.innvei.tenancy.api.Users;
import no.innvei.tenancy.api.Users.OfficeView;
import no.innvei.tenancy.api.Users.RoleView;
import no.innvei.tenancy.api.Users.UserView;
import no.innvei.web.rest.Problem;
import no.innvei.web.rest.Versions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Users, their roles and the end of their access. */
@Path("users")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "users")
public class UserResource {

    @Inject
    private Users users;

    /**
     * @param next cursor of the page after this one; {@code null} on the last
     * @param previous cursor of the page before this one; {@code null} on the first
     */
    @Schema(name = "UserPage")
    public record UserPage(List<User> users, String next, String previous) {

        static UserPage of(Page<UserView> page) {
            return new UserPage(
                    page.rows().stream().map(User::of).toList(),
                    page.next().orElse(null),
                    page.previous().orElse(null));
        }
    }

    /**
     * @param validTo last day; {@code null} while nobody has ended it
     * @param loginReady false while Keycloak has not yet been told of the latest change
     */
    @Schema(name = "User")
    public record User(
            UUID id,
            String displayName,
            String email,
            int clearance,
            LocalDate validFrom,
            LocalDate validTo,
            boolean loginReady,
            List<HeldRole> roles) {

        static User of(UserView view) {
            return new User(
                    view.user(),
                    view.displayName(),
                    view.email(),
                    view.clearance(),
                    view.validFrom(),
                    view.validTo().orElse(null),
                    view.loginReady(),
                    view.roles().stream().map(HeldRole::of).toList());
        }
    }

    @Schema(name = "HeldRole")
    public record HeldRole(String role, UUID office, String officeName, LocalDate validFrom, LocalDate validTo) {

        static HeldRole of(RoleView view) {
            return new HeldRole(
                    view.role().name(),
                    view.office(),
                    view.officeName(),
                    view.validFrom(),
                    view.validTo().orElse(null));
        }
    }

    @Schema(name = "Office")
    public record Office(UUID id, String name) {

        static Office of(OfficeView view) {
            return new Office(view.office(), view.name());
        }
    }

    @GET
    @Operation(summary = "Brukere i kommunen, en side om gangen", operationId = "listUsers")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = UserPage.class)))
    public UserPage list(
            @QueryParam("size") @DefaultValue("50") @Min(1) @Max(200) int size,
            @QueryParam("cursor") @Size(max = 60) String cursor) {
        return UserPage.of(users.list(Optional.ofNullable(cursor), size));
    }

    @GET
    @Path("offices")
    @Operation(summary = "Kontorer som er åpne i dag", operationId = "listOffices")
    public List<Office> offices() {
        return users.offices().stream().map(Office::of).toList();
    }

    @GET
    @Path("{user}")
    @Operation(summary = "En bruker", operationId = "readUser")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = User.class)))
    @APIResponse(responseCode = "404", description = "Finnes ikke i kommunen")
    public Response read(@PathParam("user") @NotNull UUID user) {
        return users.find(user)
                .map(view -> Response.ok(User.of(view))
                        .tag(Versions.tag(view.version()))
                        .build())
                .orElseGet(() -> Problem.notFound().response());
    }

    @POST
    @Operation(summary = "Gi en person tilgang fra en dag", operationId = "inviteUser")
    @APIResponse(responseCode = "201", description = "Innloggingen lages i bakgrunnen; se loginReady")
    @APIResponse(
            responseCode = "409",
            description = "Personen har tilgang, eller rollen, kontoret eller perioden kan ikke brukes")
    public Response invite(@NotNull @Valid InviteUserRequest request, @Context UriInfo address) {
        var outcome = users.invite(request.toCommand());
        if (outcome instanceof UserOutcome.Accepted accepted) {
            return Response.created(address.getAbsolutePathBuilder()
                            .path(accepted.user().toString())
                            .build())
                    .tag(Versions.tag(accepted.version()))
                    .build();
        }
        return answer(outcome);
    }

    @PUT
    @Path("{user}/offices/{office}/roles")
    @Operation(summary = "Rollene en bruker skal ha på et kontor fra nå", operationId = "changeRoles")
    @APIResponse(responseCode = "204", description = "Endret; ny ETag")
    @APIResponse(
            responseCode = "409",
            description = "Endret av andre, tilgangen er slutt, eller kommunen ville stått uten administrator")
    public Response changeRoles(
            @PathParam("user") @NotNull UUID user,
            @PathParam("office") @NotNull UUID office,
            @HeaderParam(HttpHeaders.IF_MATCH) @Size(max = 30) String ifMatch,
            @NotNull @Valid ChangeRolesRequest request) {
        return answer(users.changeRoles(request.toCommand(user, Versions.required(ifMatch), office)));
    }

    @PUT
    @Path("{user}/last-day")
    @Operation(summary = "Avslutt en brukers tilgang etter en dag", operationId = "endAccess")
    @APIResponse(responseCode = "204", description = "Endret; ny ETag")
    @APIResponse(
            responseCode = "409",
            description = "Endret av andre, tilgangen er slutt, eller kommunen ville stått uten administrator")
    public Response endAccess(
            @PathParam("user") @NotNull UUID user,
            @HeaderParam(HttpHeaders.IF_MATCH) @Size(max = 30) String ifMatch,
            @NotNull @Valid EndAccessRequest request) {
        return answer(users.endAccess(request.toCommand(user, Versions.required(ifMatch))));
    }

    private static Response answer(UserOutcome outcome) {
        return switch (outcome) {
            case UserOutcome.Accepted a ->
                Response.noContent().tag(Versions.tag(a.version())).build();
            case UserOutcome.AlreadyUser a ->
                Problem.conflict("already-user").with("user", a.user()).response();
            case UserOutcome.OfficeNotOpen o ->
                Problem.conflict("office-not-open").response();
            case UserOutcome.RoleNotHere r ->
                Problem.conflict("role-not-here").with("role", r.role()).response();
            case UserOutcome.PeriodNotPossible p ->
                Problem.conflict("period-not-possible")
                        .with("earliest", p.earliest())
                        .response();
            case UserOutcome.AccessEnded e -> Problem.conflict("access-ended").response();
            case UserOutcome.LastAdministrator l ->
                Problem.conflict("last-administrator").response();
            case UserOutcome.ChangedMeanwhile c ->
                Problem.conflict("changed-meanwhile").response();
            case UserOutcome.NotFound n -> Problem.notFound().response();
        };
    }
}
