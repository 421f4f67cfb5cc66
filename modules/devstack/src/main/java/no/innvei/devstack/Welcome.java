package no.innvei.devstack;

import java.util.Locale;
import java.util.stream.Collectors;

/** What {@code up} says when everything runs: the address, who can log in, and what to do next. */
final class Welcome {

    static String text(Stack stack) {
        Tenants tenants = stack.tenants();
        var text = new StringBuilder();
        text.append("\nInnvei is ready after ").append(stack.elapsed()).append(".\n\n");
        text.append("  Innvei      ").append(stack.address()).append("/\n");
        text.append("  REST        ").append(stack.address()).append("/api/openapi\n");
        if (stack.hasRegister()) {
            text.append("  Register    ").append(stack.register()).append("/\n");
        }
        text.append("  Keycloak    ").append(stack.keycloak()).append("/\n\n");
        text.append(String.format(Locale.ROOT, "  %-10s %-20s %-26s %s%n", "User", "Name", "Works for", "As"));
        for (Tenants.User user : tenants.users()) {
            for (Tenants.Membership membership : user.memberships()) {
                text.append(String.format(
                        Locale.ROOT,
                        "  %-10s %-20s %-26s %s%s%n",
                        user.username(),
                        user.givenName() + " " + user.familyName(),
                        tenants.tenant(membership.tenant()).name(),
                        membership.roles().stream()
                                .map(role -> role.toLowerCase(Locale.ROOT).replace('_', ' '))
                                .collect(Collectors.joining(", ")),
                        membership.clearance() == 0 ? "" : ", clearance " + membership.clearance()));
            }
        }
        text.append("\n  The password of every demo user is: ")
                .append(tenants.password())
                .append('\n');
        text.append("\n  Next: open ").append(stack.address()).append("/ and log in as ingrid.\n");
        text.append("  Stop with Ctrl-C or ./innvei down. Logs: ./innvei logs\n\n");
        return text.toString();
    }

    private Welcome() {}
}
