package no.innvei.web.security;

import jakarta.servlet.ServletRequest;
import java.util.Optional;
import no.innvei.tenancy.api.Memberships.Membership;

/** Where the filters leave what they found out about the user; survives the forward to a view and to an error page. */
public final class SignedIn {

    private static final String ATTRIBUTE = SignedIn.class.getName();

    public static Optional<Membership> in(ServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Membership membership
                ? Optional.of(membership)
                : Optional.empty();
    }

    static void put(ServletRequest request, Membership membership) {
        request.setAttribute(ATTRIBUTE, membership);
    }

    private SignedIn() {}
}
