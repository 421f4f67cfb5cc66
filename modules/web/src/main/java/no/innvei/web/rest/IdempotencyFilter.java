package no.innvei.web.rest;

import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import no.innvei.platform.AnsweredRequests;
import no.innvei.platform.AnsweredRequests.Answer;
import no.innvei.platform.AnsweredRequests.Begun;

/**
 * Every POST but one that {@link Computes} carries an {@code Idempotency-Key}, and the same request under the same key gets the same answer without happening twice. One transaction
 * spans the key and the use case, so that a crash between the two cannot be.
 */
@Provider
public class IdempotencyFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private static final String HEADER = "Idempotency-Key";
    private static final String KEY = IdempotencyFilter.class.getName();
    private static final int LONGEST_KEY = 100;
    private static final Jsonb JSON = JsonbBuilder.create();

    @Inject
    private AnsweredRequests requests;

    @Inject
    private UserTransaction transaction;

    @Inject
    private HttpServletRequest servletRequest;

    @Context
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        if (!request.getMethod().equals("POST") || resource.getResourceMethod().isAnnotationPresent(Computes.class)) {
            return;
        }
        var key = request.getHeaderString(HEADER);
        if (key == null || key.isBlank() || key.length() > LONGEST_KEY) {
            request.abortWith(Problem.of(400, "idempotency-key-missing").response());
            return;
        }
        var body = request.getEntityStream().readAllBytes();
        request.setEntityStream(new ByteArrayInputStream(body));
        try {
            transaction.begin();
            request.setProperty(KEY, key);
            switch (requests.begin(key, fingerprint(body))) {
                case Begun.First f -> {
                    // the resource does it
                }
                case Begun.Repeated repeated -> end(request, again(repeated.answer()));
                case Begun.OtherRequest o ->
                    end(request, Problem.of(422, "idempotency-key-reused").response());
            }
        } catch (jakarta.transaction.NotSupportedException | SystemException e) {
            throw new IllegalStateException("no transaction for the request", e);
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(request.getProperty(KEY) instanceof String key)) {
            return;
        }
        try {
            if (transaction.getStatus() != Status.STATUS_ACTIVE || response.getStatus() >= 500) {
                rollBack();
                return;
            }
            if (response.getStatus() >= 400) {
                requests.forget(key);
            } else {
                var text = written(response.getEntity());
                if (text != null) {
                    response.setEntity(text);
                }
                requests.answer(
                        key,
                        new Answer(
                                response.getStatus(),
                                response.getHeaderString(HttpHeaders.LOCATION),
                                response.getHeaderString(HttpHeaders.ETAG),
                                text));
            }
            transaction.commit();
        } catch (Exception failure) {
            rollBack();
            var problem = new UnexpectedProblemMapper().toResponse(failure);
            response.setStatus(problem.getStatus());
            response.getHeaders().clear();
            response.setEntity(problem.getEntity(), null, MediaType.valueOf(Problem.MEDIA_TYPE));
        }
    }

    private void end(ContainerRequestContext request, Response answer) {
        request.removeProperty(KEY);
        rollBack();
        request.abortWith(answer);
    }

    private static Response again(Answer answer) {
        var response = Response.status(answer.status());
        if (answer.location() != null) {
            response.header(HttpHeaders.LOCATION, answer.location());
        }
        if (answer.etag() != null) {
            response.header(HttpHeaders.ETAG, answer.etag());
        }
        if (answer.body() != null) {
            response.type(MediaType.APPLICATION_JSON_TYPE).entity(answer.body());
        }
        return response.build();
    }

    private void rollBack() {
        try {
            if (transaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
                transaction.rollback();
            }
        } catch (SystemException e) {
            throw new IllegalStateException("the request's transaction cannot be ended", e);
        }
    }

    private byte[] fingerprint(byte[] body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((servletRequest.getMethod() + " " + servletRequest.getRequestURI() + "\n")
                    .getBytes(StandardCharsets.UTF_8));
            return digest.digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String written(Object entity) {
        return switch (entity) {
            case null -> null;
            case String text -> text;
            case JsonValue json -> json.toString();
            default -> JSON.toJson(entity);
        };
    }
}
