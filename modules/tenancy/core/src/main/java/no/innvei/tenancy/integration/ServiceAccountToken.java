package no.innvei.tenancy.integration;

import jakarta.json.Json;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import no.innvei.tenancy.application.KeycloakSettings;

/** Puts the service account's token on every call to Keycloak and fetches a new one shortly before the old one ends. */
class ServiceAccountToken implements ClientRequestFilter {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration MARGIN = Duration.ofSeconds(20);

    private final KeycloakSettings settings;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

    private String token;
    private long endsAtNanos;

    ServiceAccountToken(KeycloakSettings settings) {
        this.settings = settings;
    }

    @Override
    public void filter(ClientRequestContext request) throws IOException {
        request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, "Bearer " + current());
    }

    /** Forgets the token, for instance after Keycloak has refused it. */
    synchronized void forget() {
        token = null;
    }

    private synchronized String current() throws IOException {
        if (token == null || System.nanoTime() - endsAtNanos >= 0) {
            fetch();
        }
        return token;
    }

    private void fetch() throws IOException {
        var credentials = encoded(settings.client()) + ":" + encoded(settings.secret());
        var request = HttpRequest.newBuilder(URI.create(
                        base(settings.server()) + "/realms/" + settings.realm() + "/protocol/openid-connect/token"))
                .timeout(TIMEOUT)
                .header(
                        HttpHeaders.AUTHORIZATION,
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
                .header(HttpHeaders.CONTENT_TYPE, "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException("Keycloak gave the service account no token: status " + answer.statusCode());
            }
            try (var reader = Json.createReader(new StringReader(answer.body()))) {
                var body = reader.readObject();
                token = body.getString("access_token");
                endsAtNanos = System.nanoTime()
                        + Duration.ofSeconds(body.getInt("expires_in"))
                                .minus(MARGIN)
                                .toNanos();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while asking Keycloak for a token", e);
        }
    }

    static String base(URI server) {
        var text = server.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8);
    }
}
