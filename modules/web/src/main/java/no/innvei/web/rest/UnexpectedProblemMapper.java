package no.innvei.web.rest;

import jakarta.json.bind.JsonbException;
import jakarta.json.stream.JsonParsingException;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import no.innvei.platform.NotPermitted;

/** Everything that is not an outcome ends here. Invalid input has its own mapper. */
@Provider
public class UnexpectedProblemMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = System.getLogger(UnexpectedProblemMapper.class.getName());
    private static final String UNIQUE_VIOLATION = "23505";
    private static final Map<Integer, String> KINDS = Map.of(
            400, "unreadable-request",
            404, "not-found",
            405, "method-not-allowed",
            406, "not-acceptable",
            415, "unsupported-media-type");

    @Override
    public Response toResponse(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) { // the cause arrives wrapped, a failed commit twice
            if (t instanceof NotPermitted) {
                return Problem.of(403, "not-permitted").response();
            }
            if (t instanceof OptimisticLockException
                    || t instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState())) {
                return Problem.conflict("changed-meanwhile")
                        .response(); // two people at once; the index had the last word
            }
            if (t instanceof JsonbException || t instanceof JsonParsingException) {
                return Problem.of(400, "unreadable-request").response();
            }
        }
        if (thrown instanceof WebApplicationException known) {
            int status = known.getResponse().getStatus();
            if (known.getResponse().hasEntity()) {
                return known.getResponse(); // a problem of ours
            }
            if (KINDS.containsKey(status)) {
                return Problem.of(status, KINDS.get(status)).response();
            }
            if (status < 400) {
                return known.getResponse();
            }
        }
        var incident = UUID.randomUUID();
        LOG.log(Level.ERROR, "incident " + incident, thrown);
        return Problem.of(500, "unexpected")
                .with("instance", "urn:uuid:" + incident)
                .response();
    }
}
