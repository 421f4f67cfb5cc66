package no.innvei.tenancy.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.innvei.kernel.Page;
import no.innvei.kernel.Uuid7;
import no.innvei.kernel.access.Role;
import no.innvei.platform.CurrentScope;
import no.innvei.platform.Outbox;
import no.innvei.platform.Requires;
import no.innvei.tenancy.api.Memberships.TenantKind;
import no.innvei.tenancy.api.TenancyPermissions;
import no.innvei.tenancy.api.UserOutcome;
import no.innvei.tenancy.api.Users;
import no.innvei.tenancy.domain.Member;
import no.innvei.tenancy.domain.RoleGrant;
import no.innvei.tenancy.persistence.MemberQueries;
import no.innvei.tenancy.persistence.Members;

@ApplicationScoped
@Transactional
public class UserService implements Users {

    private Members members;
    private MemberQueries queries;
    private KeycloakSettings keycloak;
    private CurrentScope scope;
    private Outbox outbox;
    private Clock clock;

    protected UserService() {
        // for the CDI proxy
    }

    @Inject
    public UserService(
            Members members,
            MemberQueries queries,
            KeycloakSettings keycloak,
            CurrentScope scope,
            Outbox outbox,
            Clock clock) {
        this.members = members;
        this.queries = queries;
        this.keycloak = keycloak;
        this.scope = scope;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    @Requires(TenancyPermissions.READ_USERS)
    public Page<UserView> list(Optional<String> cursor, int limit) {
        return queries.page(
                cursor.flatMap(MemberQueries.Cursor::read), Math.clamp(limit, 1, 200), LocalDate.now(clock));
    }

    @Override
    @Requires(TenancyPermissions.READ_USERS)
    public Optional<UserView> find(UUID user) {
        return queries.find(user, LocalDate.now(clock));
    }

    @Override
    @Requires(TenancyPermissions.READ_USERS)
    public List<OfficeView> offices() {
        return queries.offices(LocalDate.now(clock));
    }

    @Override
    @Requires(TenancyPermissions.EDIT_USERS)
    public UserOutcome invite(InviteUser command) {
        var today = LocalDate.now(clock);
        var last = command.validTo().orElse(null);
        if (command.validFrom().isBefore(today) || last != null && last.isBefore(command.validFrom())) {
            return new UserOutcome.PeriodNotPossible(today);
        }
        var refusal = refused(command.roles(), command.office(), today);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        var email = command.email().strip();
        var user = members.account(keycloak.issuer(), email.toLowerCase(Locale.ROOT));
        var known = members.find(user);
        if (known.isPresent() && known.get().lastsUntil(today)) {
            return new UserOutcome.AlreadyUser(user);
        }
        var member = known.orElseGet(() -> {
            var added = new Member(user, scope.tenant(), command.displayName(), email, command.validFrom(), last);
            members.add(added);
            return added;
        });
        known.ifPresent(back -> back.returnFrom(command.displayName(), command.validFrom(), last));
        command.roles().forEach(role -> grant(user, command.office(), role, command.validFrom(), last));
        return accepted(member, true);
    }

    @Override
    @Requires(TenancyPermissions.EDIT_USERS)
    public UserOutcome changeRoles(ChangeRoles command) {
        var today = LocalDate.now(clock);
        var found = members.find(command.user());
        if (found.isEmpty()) {
            return new UserOutcome.NotFound();
        }
        var member = found.get();
        if (!member.isVersion(command.expectedVersion())) {
            return new UserOutcome.ChangedMeanwhile(member.user());
        }
        if (!member.lastsUntil(today)) {
            return new UserOutcome.AccessEnded(member.user());
        }
        var refusal = refused(command.roles(), command.office(), today);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        var yesterday = today.minusDays(1);
        var held = members.grantsOf(member.user()).stream()
                .filter(g -> g.lastsUntil(today))
                .toList();
        var dropped = held.stream()
                .filter(g ->
                        g.office().equals(command.office()) && !command.roles().contains(g.role()))
                .toList();
        boolean staysAdministrator = command.roles().contains(Role.TENANT_ADMINISTRATOR)
                || held.stream().anyMatch(g -> g.role() == Role.TENANT_ADMINISTRATOR && !dropped.contains(g));
        if (dropped.stream().anyMatch(g -> g.role() == Role.TENANT_ADMINISTRATOR)
                && !staysAdministrator
                && !members.anotherAdministratorAfter(member.user(), yesterday)) {
            return new UserOutcome.LastAdministrator();
        }
        dropped.forEach(g -> g.endAfter(yesterday));
        var from = member.validFrom().isAfter(today) ? member.validFrom() : today;
        command.roles().stream()
                .filter(role -> held.stream()
                        .noneMatch(g -> g.role() == role && g.office().equals(command.office())))
                .forEach(role -> grant(member.user(), command.office(), role, from, member.validTo()));
        members.touch(member);
        return accepted(member, false);
    }

    @Override
    @Requires(TenancyPermissions.EDIT_USERS)
    public UserOutcome endAccess(EndAccess command) {
        var today = LocalDate.now(clock);
        var yesterday = today.minusDays(1);
        if (command.lastDay().isBefore(yesterday)) {
            return new UserOutcome.PeriodNotPossible(yesterday);
        }
        var found = members.find(command.user());
        if (found.isEmpty()) {
            return new UserOutcome.NotFound();
        }
        var member = found.get();
        if (!member.isVersion(command.expectedVersion())) {
            return new UserOutcome.ChangedMeanwhile(member.user());
        }
        if (!member.lastsUntil(today)) {
            return new UserOutcome.AccessEnded(member.user());
        }
        var held = members.grantsOf(member.user()).stream()
                .filter(g -> g.lastsUntil(today))
                .toList();
        if (held.stream().anyMatch(g -> g.role() == Role.TENANT_ADMINISTRATOR)
                && !members.anotherAdministratorAfter(member.user(), command.lastDay())) {
            return new UserOutcome.LastAdministrator();
        }
        held.forEach(g -> g.endAfter(command.lastDay()));
        member.endAfter(command.lastDay());
        return accepted(member, true);
    }

    private Optional<UserOutcome> refused(Set<Role> roles, UUID office, LocalDate today) {
        if (roles.contains(Role.HELPDESK) && queries.kindOfTenant() != TenantKind.DIRECTORATE) {
            return Optional.of(new UserOutcome.RoleNotHere(Role.HELPDESK));
        }
        if (queries.offices(today).stream().noneMatch(o -> o.office().equals(office))) {
            return Optional.of(new UserOutcome.OfficeNotOpen());
        }
        return Optional.empty();
    }

    private void grant(UUID user, UUID office, Role role, LocalDate from, LocalDate to) {
        members.add(new RoleGrant(Uuid7.next(), scope.tenant(), user, office, role, from, to));
    }

    private UserOutcome accepted(Member member, boolean tellKeycloak) {
        if (tellKeycloak) {
            outbox.append(
                    member.user(), Kinds.USER, Map.of("user", member.user().toString()));
        }
        members.flush();
        return new UserOutcome.Accepted(member.user(), member.version());
    }
}
