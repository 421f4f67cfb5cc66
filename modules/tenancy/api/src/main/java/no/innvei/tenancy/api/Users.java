package no.innvei.tenancy.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.innvei.kernel.Page;
import no.innvei.kernel.access.Role;

/**
 * The users of the current tenant, for its administrator. What is decided here works at the user's next request; Keycloak, which only says who
 * somebody is, follows through the outbox.
 */
public interface Users {

    /**
     * Everyone who is or has been a user, by name.
     *
     * @param cursor of another page of the same list; empty for the first page. A cursor that means nothing is read as the first page.
     * @param limit 1 to 200
     */
    Page<UserView> list(Optional<String> cursor, int limit);

    /** Empty when unknown or of another tenant. */
    Optional<UserView> find(UUID user);

    /** Offices that are open today, by name. */
    List<OfficeView> offices();

    /** Makes somebody a user from a day on. Somebody whose access has ended comes back with the same id. */
    UserOutcome invite(InviteUser command);

    /** From now on the user's roles in this office are exactly these; an empty set takes them all away. */
    UserOutcome changeRoles(ChangeRoles command);

    /** Ends the access after {@code lastDay}; yesterday means at once. */
    UserOutcome endAccess(EndAccess command);

    /**
     * @param email also the login name of a login that has to be made
     * @param validTo last day; empty when the access has no planned end
     */
    record InviteUser(
            String displayName,
            String email,
            Set<Role> roles,
            UUID office,
            LocalDate validFrom,
            Optional<LocalDate> validTo) {

        public InviteUser {
            roles = Set.copyOf(roles);
        }
    }

    record ChangeRoles(UUID user, long expectedVersion, UUID office, Set<Role> roles) {

        public ChangeRoles {
            roles = Set.copyOf(roles);
        }
    }

    record EndAccess(UUID user, long expectedVersion, LocalDate lastDay) {}

    /**
     * @param clearance 0 ordinary, 1 fortrolig, 2 strengt fortrolig
     * @param validTo last day; empty while nobody has ended it; the day before {@code validFrom} when it was withdrawn before it began
     * @param loginReady false while Keycloak has not yet been told of the latest change
     * @param roles that are held today or later
     */
    record UserView(
            UUID user,
            String displayName,
            String email,
            int clearance,
            LocalDate validFrom,
            Optional<LocalDate> validTo,
            boolean loginReady,
            List<RoleView> roles,
            long version) {

        public UserView {
            roles = List.copyOf(roles);
        }
    }

    record RoleView(Role role, UUID office, String officeName, LocalDate validFrom, Optional<LocalDate> validTo) {}

    record OfficeView(UUID office, String name) {}
}
