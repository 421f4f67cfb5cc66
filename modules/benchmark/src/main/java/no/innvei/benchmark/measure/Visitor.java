package no.innvei.benchmark.measure;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.innvei.devstack.Stack;
import no.innvei.devstack.StackException;

/** A demo user with a session of her own, logged in through Keycloak as a browser would be. */
final class Visitor {

    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");
    private static final Pattern PAGE_TOKEN = Pattern.compile("name=\"innvei-page\" content=\"([^\"]+)\"");
    private static final int MOST_REDIRECTS = 12;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, String> cookies = new ConcurrentHashMap<>();
    private final URI address;
    private String pageToken;

    private Visitor(URI address) {
        this.address = address;
    }

    static Visitor of(Stack stack, String username) throws IOException, InterruptedException {
        var visitor = new Visitor(stack.address());
        var page = visitor.follow(visitor.request("/min-dag").GET().build());
        page = visitor.submit(page, Map.of("username", username));
        page = visitor.submit(
                page, Map.of("username", username, "password", stack.tenants().password()));
        var token = PAGE_TOKEN.matcher(page.body());
        if (page.statusCode() != 200 || !token.find()) {
            throw new StackException("The demo user " + username + " could not log in (" + page.statusCode() + ").");
        }
        visitor.pageToken = token.group(1);
        return visitor;
    }

    /** A page, as the address bar asks for it. */
    HttpResponse<String> page(String path) throws IOException, InterruptedException {
        return send(request(path).GET().build());
    }

    /** What the search box on top asks while somebody types. */
    HttpResponse<String> suggestions(String typed) throws IOException, InterruptedException {
        return send(request("/page/forslag")
                .header("X-Innvei-Page", pageToken)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(Map.of("sok", typed))))
                .build());
    }

    private HttpResponse<String> submit(HttpResponse<String> page, Map<String, String> fields)
            throws IOException, InterruptedException {
        var action = FORM.matcher(page.body());
        if (!action.find()) {
            throw new StackException(
                    "There is no form to log in with at " + page.uri().getPath() + ".");
        }
        return follow(HttpRequest.newBuilder(page.uri().resolve(action.group(1).replace("&amp;", "&")))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(fields)))
                .build());
    }

    private HttpResponse<String> follow(HttpRequest first) throws IOException, InterruptedException {
        var answer = send(first);
        for (int i = 0; i < MOST_REDIRECTS && answer.statusCode() / 100 == 3; i++) {
            var next =
                    answer.uri().resolve(answer.headers().firstValue("Location").orElseThrow());
            answer = send(HttpRequest.newBuilder(next)
                    .timeout(Duration.ofSeconds(60))
                    .GET()
                    .build());
        }
        return answer;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).timeout(Duration.ofSeconds(60));
    }

    /** Cookies by hand: the ones that are for safe connections only are kept on this machine, and Java's own jar would not send them. */
    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        var with = HttpRequest.newBuilder(request, (name, value) -> true);
        if (!cookies.isEmpty()) {
            with.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(e -> e.getKey() + "=" + e.getValue())
                            .collect(Collectors.joining("; ")));
        }
        var answer = client.send(with.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        for (var cookie : answer.headers().allValues("Set-Cookie")) {
            var pair = cookie.split(";", 2)[0].split("=", 2);
            if (pair.length == 2 && !pair[1].isEmpty() && !cookie.contains("Max-Age=0")) {
                cookies.put(pair[0].strip(), pair[1].strip());
            } else {
                cookies.remove(pair[0].strip());
            }
        }
        return answer;
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
