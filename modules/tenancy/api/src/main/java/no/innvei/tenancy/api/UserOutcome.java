package no.innvei.tenancy.api;

import java.time.LocalDate;
import java.util.UUID;
import no.innvei.kernel.access.Role;

/** What came of a change to a user. Only {@link Accepted} has changed anything. */
public sealed interface UserOutcome {

    record Accepted(UUID user, long version) implements UserOutcome {}

    /** Somebody with this e-mail address already has access, now or later. */
    record AlreadyUser(UUID user) implements UserOutcome {}

    /** The office does not exist in this tenant or is closed today. */
    record OfficeNotOpen() implements UserOutcome {}

    /** The role belongs to another kind of tenant. */
    record RoleNotHere(Role role) implements UserOutcome {}

    /** The period starts before {@code earliest} or ends before it starts. */
    record PeriodNotPossible(LocalDate earliest) implements UserOutcome {}

    /** The access is over; roles can be given only by inviting again. */
    record AccessEnded(UUID user) implements UserOutcome {}

    /** The tenant would be without an administrator. */
    record LastAdministrator() implements UserOutcome {}

    record ChangedMeanwhile(UUID user) implements UserOutcome {}

    /** Unknown, or of another tenant; we never tell which. */
    record NotFound() implements UserOutcome {}
}
