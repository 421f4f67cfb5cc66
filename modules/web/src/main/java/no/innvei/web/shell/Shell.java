package no.innvei.web.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import no.innvei.tenancy.api.Memberships.Membership;
import no.innvei.tenancy.api.Memberships.TenantKind;
import no.innvei.web.route.Address;
import no.innvei.web.security.PageScript;
import no.innvei.web.security.RequestFilter;
import no.innvei.web.security.SignedIn;
import no.innvei.web.text.RequestLanguage;
import no.innvei.web.text.Texts;
import no.innvei.worklist.api.WorklistPermissions;

/** What the frame shows, as {@code #{shell.…}}. Works without a membership too: then there is a mark and no menu. */
@Named("shell")
@RequestScoped
public class Shell {

    private static final System.Logger LOG = System.getLogger(Shell.class.getName());

    @Inject
    private HttpServletRequest request;

    @Inject
    private Clock clock;

    @Inject
    @Any
    private Instance<MenuCount> counts;

    private List<Item> menu;

    /** One line of the menu. */
    public record Item(
            String address,
            String text,
            String icon,
            boolean current,
            boolean below,
            int count,
            String meaning,
            boolean urgent) {

        Item with(int waiting, String counted, boolean pressing) {
            return new Item(address, text, icon, current, below, waiting, counted, pressing);
        }

        public String getAddress() {
            return address;
        }

        public String getText() {
            return text;
        }

        public String getIcon() {
            return icon;
        }

        public boolean isCurrent() {
            return current;
        }

        public boolean isBelow() {
            return below;
        }

        public int getCount() {
            return count;
        }

        public String getMeaning() {
            return meaning;
        }

        public boolean isUrgent() {
            return urgent;
        }
    }

    private java.util.Optional<Membership> membership() {
        return SignedIn.in(request);
    }

    public boolean isSignedIn() {
        return membership().isPresent();
    }

    /** A login without a right to anything; it can be ended, no more. */
    public boolean isLogin() {
        return request.getUserPrincipal() != null;
    }

    public String getLanguage() {
        return RequestLanguage.current().getLanguage();
    }

    public String getTenantName() {
        return membership().map(Membership::tenantName).orElse("");
    }

    public String getOffice() {
        return membership()
                .map(m ->
                        Texts.of("shell").get("office." + m.tenantKind().name().toLowerCase(java.util.Locale.ROOT)))
                .orElse("");
    }

    /** Colour of the bar; the name is always written too. */
    public String getColor() {
        return colorOf(membership().map(Membership::tenantKind).orElse(TenantKind.MUNICIPALITY));
    }

    static String colorOf(TenantKind kind) {
        return switch (kind) {
            case MUNICIPALITY -> "accent";
            case COUNTY -> "brand1";
            case DIRECTORATE -> "brand2";
        };
    }

    public String getUserName() {
        return membership().map(Membership::displayName).orElse("");
    }

    public String getFirstName() {
        return getUserName().split(" ", 2)[0];
    }

    public String getInitials() {
        return initialsOf(getUserName());
    }

    static String initialsOf(String name) {
        var words = name.isBlank() ? new String[0] : name.trim().split("\\s+");
        return switch (words.length) {
            case 0 -> "";
            case 1 -> words[0].substring(0, 1);
            default -> words[0].substring(0, 1) + words[1].substring(0, 1);
        };
    }

    public boolean holds(String permission) {
        return membership().map(m -> m.permissions().contains(permission)).orElse(false);
    }

    /** Whether there is anything the box on top could find. */
    public boolean isSearching() {
        return holds(WorklistPermissions.LIST);
    }

    /** Today in Norway. */
    public LocalDate getToday() {
        return LocalDate.now(clock);
    }

    /** The clean address the browser shows, with its query. */
    public String getAddress() {
        return Address.of(request);
    }

    /** For the page's own scripts. */
    public String getPageToken() {
        return PageScript.token(request);
    }

    /** Number of this request: the beginning of the id in the log. */
    public String getRequestId() {
        var id = String.valueOf(request.getAttribute(RequestFilter.REQUEST_ID));
        return id.substring(0, Math.min(8, id.length()));
    }

    public List<Item> getMenu() {
        if (menu == null) {
            var path = Address.pathOf(request);
            var current = Menu.current(path).map(Menu.Entry::address).orElse("");
            menu = !isSignedIn()
                    ? List.of()
                    : Menu.ENTRIES.stream()
                            .filter(e -> e.permission() == null || holds(e.permission()))
                            .map(e -> item(e, e.address().equals(current)))
                            .toList();
        }
        return menu;
    }

    private Item item(Menu.Entry entry, boolean current) {
        var plain = new Item(
                entry.address(),
                Texts.of("shell").get(entry.text()),
                entry.icon(),
                current,
                entry.parent() != null,
                0,
                "",
                false);
        // an error page is made when the scope is gone, so nothing can be counted there
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            return plain;
        }
        try {
            return counts.stream()
                    .filter(c -> c.address().equals(entry.address()))
                    .findFirst()
                    .map(c -> plain.with(c.waiting(), c.meaning(), c.urgent()))
                    .orElse(plain);
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "no number for " + entry.address(), failure);
            return plain;
        }
    }
}
