package no.innvei.web.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import no.innvei.web.security.SignedIn;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Who the token is for us: the first call of a new integration. */
@Path("me")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class Me {

    @Inject
    private HttpServletRequest request;

    @GET
    @Operation(summary = "Hvem tokenet gjelder, i hvilken organisasjon, og hva det gir rett til")
    public JsonObject read() {
        var membership = SignedIn.in(request).orElseThrow();
        var permissions = Json.createArrayBuilder();
        membership.permissions().stream().sorted().forEach(permissions::add);
        var roles = Json.createArrayBuilder();
        membership.roles().stream().map(Enum::name).sorted().forEach(roles::add);
        return Json.createObjectBuilder()
                .add("user", membership.user().toString())
                .add("tenant", membership.tenantName())
                .add("tenantKind", membership.tenantKind().name())
                .add("writtenForm", membership.writtenForm().languageTag())
                .add("roles", roles)
                .add("permissions", permissions)
                .build();
    }
}
