package no.innvei.web.duplicates;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;

/** A resource of a merged record answers 308 with the address of the one that stands for it, instead of 404. */
@Provider
public class MergedFilter implements ContainerResponseFilter {

    private static final int PERMANENT_REDIRECT = 308;

    @Inject
    private MergedAddress merged;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() != Status.NOT_FOUND.getStatusCode()) {
            return;
        }
        var asked = request.getUriInfo().getRequestUri();
        merged.instead(asked.getRawPath()).ifPresent(path -> {
            response.setStatus(PERMANENT_REDIRECT);
            response.setEntity(null);
            response.getHeaders().remove(HttpHeaders.CONTENT_TYPE);
            response.getHeaders()
                    .putSingle(
                            HttpHeaders.LOCATION,
                            asked.getRawQuery() == null ? path : path + "?" + asked.getRawQuery());
        });
    }
}
