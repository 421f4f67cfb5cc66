package no.innvei.web.tenancy;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import no.innvei.tenancy.api.Memberships.TenantKind;
import no.innvei.tenancy.api.OnboardingOutcome;
import no.innvei.tenancy.api.Tenants;
import no.innvei.tenancy.api.Tenants.TenantView;
import no.innvei.web.rest.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Onboarding of municipalities and counties, for the directorate's administrator. */
@Path("tenants")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "tenants")
public class TenantResource {

    @Inject
    private Tenants tenants;

    /** @param number today's number; {@code null} for a directorate */
    @Schema(name = "Tenant")
    public record Tenant(
            String alias, String kind, String number, String name, String writtenForm, Instant onboardedAt) {

        static Tenant of(TenantView view) {
            return new Tenant(
                    view.alias(),
                    view.kind().name(),
                    view.number().orElse(null),
                    view.name(),
                    view.writtenForm().languageTag(),
                    view.onboardedAt());
        }
    }

    @Schema(name = "TenantUnit")
    public record Unit(String number, String name) {}

    @GET
    @Operation(summary = "Organisasjoner som bruker Innvei", operationId = "listTenants")
    public List<Tenant> list() {
        return tenants.list().stream().map(Tenant::of).toList();
    }

    @GET
    @Path("not-onboarded")
    @Operation(summary = "Kommuner eller fylkeskommuner som ikke bruker Innvei ennå", operationId = "listNotOnboarded")
    public List<Unit> notOnboarded(
            @QueryParam("kind") @DefaultValue("MUNICIPALITY") @Pattern(regexp = "MUNICIPALITY|COUNTY") String kind) {
        return tenants.notOnboarded(TenantKind.valueOf(kind)).stream()
                .map(unit -> new Unit(unit.number(), unit.name()))
                .toList();
    }

    @POST
    @Operation(summary = "Ta en kommune eller fylkeskommune inn i Innvei", operationId = "onboardTenant")
    @APIResponse(responseCode = "204", description = "Organisasjonen og administratorens innlogging lages i bakgrunnen")
    @APIResponse(
            responseCode = "409",
            description = "Allerede inne, aliaset er opptatt, eller nummeret er ukjent i dag")
    public Response onboard(@NotNull @Valid OnboardTenantRequest request) {
        return switch (tenants.onboard(request.toCommand())) {
            case OnboardingOutcome.Accepted a -> Response.noContent().build();
            case OnboardingOutcome.AlreadyOnboarded a ->
                Problem.conflict("already-onboarded").with("alias", a.alias()).response();
            case OnboardingOutcome.AliasTaken a ->
                Problem.conflict("alias-taken").response();
            case OnboardingOutcome.NumberUnknown n ->
                Problem.conflict("number-unknown").response();
        };
    }
}
