package no.innvei.web.security;

import java.util.Map;
import java.util.Optional;
import javax.security.auth.Subject;
import no.innvei.tenancy.api.Memberships.Login;

/**
 * The ID token behind a page's login. The server's classes are not published as a library, so they are called by name; the only place that does so.
 */
final class PageLogin {

    private static final String PROPAGATION = "com.ibm.websphere.security.openidconnect.PropagationHelper";
    private static final String ID_TOKEN = "com.ibm.websphere.security.openidconnect.token.IdToken";
    private static final String SUBJECT = "com.ibm.websphere.security.auth.WSSubject";

    /** Empty when the request has no login made by the code flow. */
    static Optional<Login> current() {
        var token = call(PROPAGATION, "getIdToken", null);
        if (token == null) {
            return Optional.empty();
        }
        return VerifiedLogin.of(
                        (String) call(ID_TOKEN, "getIssuer", token),
                        (String) call(ID_TOKEN, "getSubject", token),
                        call(ID_TOKEN, "getClaim", token, "organization"))
                .map(who -> who.in(call(ID_TOKEN, "getClaim", token, "sid"), (long)
                        call(ID_TOKEN, "getIssuedAtTimeSeconds", token)));
    }

    /** The token as Keycloak wrote it: the hint that lets a logout end without a question. */
    static Optional<String> rawIdToken() {
        if (!(call(SUBJECT, "getRunAsSubject", null) instanceof Subject subject)) {
            return Optional.empty();
        }
        return subject.getPrivateCredentials().stream()
                .filter(Map.class::isInstance)
                .map(credential -> ((Map<?, ?>) credential).get("id_token"))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .findFirst();
    }

    private static Object call(String type, String method, Object target, String... arguments) {
        try {
            var types = new Class<?>[arguments.length];
            java.util.Arrays.fill(types, String.class);
            return Class.forName(type, true, Thread.currentThread().getContextClassLoader())
                    .getMethod(method, types)
                    .invoke(target, (Object[]) arguments);
        } catch (ReflectiveOperationException missing) {
            throw new IllegalStateException("the server does not offer " + type + "." + method, missing);
        }
    }

    private PageLogin() {}
}
