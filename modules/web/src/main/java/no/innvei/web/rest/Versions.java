package no.innvei.web.rest;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.EntityTag;
import java.util.regex.Pattern;

/** Conditional requests: the version of a resource as {@code ETag}, and back from {@code If-Match}. */
public final class Versions {

    private static final Pattern TAG = Pattern.compile("\"(\\d{1,18})\"");

    public static EntityTag tag(long version) {
        return new EntityTag(Long.toString(version));
    }

    /**
     * The version the caller has read.
     *
     * @param ifMatch header {@code If-Match}; {@code null} when it was not sent
     * @throws WebApplicationException 428 without the header, 412 when it cannot be a tag of ours
     */
    public static long required(String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new WebApplicationException(
                    Problem.of(428, "if-match-missing").response());
        }
        var matcher = TAG.matcher(ifMatch.strip());
        if (!matcher.matches()) {
            throw new WebApplicationException(
                    Problem.of(412, "changed-meanwhile").response());
        }
        return Long.parseLong(matcher.group(1));
    }

    private Versions() {}
}
