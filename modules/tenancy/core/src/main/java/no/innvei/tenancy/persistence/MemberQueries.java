package no.innvei.tenancy.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import no.innvei.kernel.Page;
import no.innvei.kernel.access.Role;
import no.innvei.tenancy.api.Memberships.TenantKind;
import no.innvei.tenancy.api.Users.OfficeView;
import no.innvei.tenancy.api.Users.RoleView;
import no.innvei.tenancy.api.Users.UserView;

/** Lists for the tenant administrator. Names never stand in a cursor: it is the id of the first or last user of the page. */
@ApplicationScoped
public class MemberQueries {

    private static final String COLUMNS = """
            select m.user_id, m.display_name, m.email, m.clearance, m.valid_from, m.valid_to, m.provisioned_at is not null, m.version
            from tenancy.membership m
            """;

    @PersistenceContext(unitName = "tenancy")
    EntityManager entities;

    public Page<UserView> page(Optional<Cursor> cursor, int limit, LocalDate today) {
        boolean backwards = cursor.map(Cursor::backwards).orElse(false);
        var lines = lines(cursor, backwards, limit + 1);
        boolean more = lines.size() > limit;
        var shown = new ArrayList<>(more ? lines.subList(0, limit) : lines);
        if (backwards) {
            Collections.reverse(shown);
        }
        if (shown.isEmpty()) {
            return Page.empty();
        }
        var roles = rolesOf(shown.stream().map(Line::user).toList(), today);
        boolean after = backwards || more;
        boolean before = backwards ? more : cursor.isPresent();
        return new Page<>(
                shown.stream().map(line -> line.view(roles)).toList(),
                after ? Optional.of(new Cursor(shown.getLast().user(), false).text()) : Optional.empty(),
                before ? Optional.of(new Cursor(shown.getFirst().user(), true).text()) : Optional.empty());
    }

    public Optional<UserView> find(UUID user, LocalDate today) {
        return rows(entities.createNativeQuery(COLUMNS + "where m.user_id = ?1").setParameter(1, user))
                .map(MemberQueries::line)
                .map(line -> line.view(rolesOf(List.of(user), today)))
                .findFirst();
    }

    public List<OfficeView> offices(LocalDate today) {
        return rows(entities.createNativeQuery("""
                        select o.id, o.name from tenancy.office o
                        where o.valid_from <= ?1 and (o.valid_to is null or o.valid_to >= ?1)
                        order by o.name, o.id
                        """).setParameter(1, today))
                .map(row -> new OfficeView((UUID) row[0], (String) row[1]))
                .toList();
    }

    public TenantKind kindOfTenant() {
        return TenantKind.valueOf((String)
                entities.createNativeQuery("select t.kind from tenancy.tenant t where t.id = platform.cur_tenant()")
                        .getSingleResult());
    }

    private List<Line> lines(Optional<Cursor> cursor, boolean backwards, int limit) {
        var order = backwards
                ? "order by m.display_name desc, m.user_id desc limit ?1"
                : "order by m.display_name, m.user_id limit ?1";
        if (cursor.isEmpty()) {
            return rows(entities.createNativeQuery(COLUMNS + order).setParameter(1, limit))
                    .map(MemberQueries::line)
                    .toList();
        }
        var beyond = "where (m.display_name, m.user_id) " + (backwards ? "<" : ">")
                + " (select c.display_name, c.user_id from tenancy.membership c where c.user_id = ?2) ";
        return rows(entities.createNativeQuery(COLUMNS + beyond + order)
                        .setParameter(1, limit)
                        .setParameter(2, cursor.get().user()))
                .map(MemberQueries::line)
                .toList();
    }

    private Map<UUID, List<RoleView>> rolesOf(List<UUID> users, LocalDate today) {
        var held = new HashMap<UUID, List<RoleView>>();
        rows(entities.createNativeQuery("""
                        select g.user_id, g.role, g.office_id, o.name, g.valid_from, g.valid_to
                        from tenancy.role_grant g
                        join tenancy.office o on o.tenant_id = g.tenant_id and o.id = g.office_id
                        where g.user_id = any (cast(string_to_array(?1, ',') as uuid[]))
                          and (g.valid_to is null or g.valid_to >= ?2 and g.valid_to >= g.valid_from)
                        order by g.valid_from, g.role
                        """)
                        .setParameter(
                                1,
                                String.join(
                                        ",", users.stream().map(UUID::toString).toList()))
                        .setParameter(2, today))
                .forEach(row -> held.computeIfAbsent((UUID) row[0], user -> new ArrayList<>())
                        .add(new RoleView(
                                Role.valueOf((String) row[1]),
                                (UUID) row[2],
                                (String) row[3],
                                day(row[4]),
                                Optional.ofNullable(row[5]).map(MemberQueries::day))));
        return held;
    }

    @SuppressWarnings("unchecked")
    private static Stream<Object[]> rows(jakarta.persistence.Query query) {
        return ((List<Object[]>) query.getResultList()).stream();
    }

    private static Line line(Object[] row) {
        return new Line(
                (UUID) row[0],
                (String) row[1],
                (String) row[2],
                ((Number) row[3]).intValue(),
                day(row[4]),
                Optional.ofNullable(row[5]).map(MemberQueries::day),
                (Boolean) row[6],
                ((Number) row[7]).longValue());
    }

    private static LocalDate day(Object column) {
        return column instanceof Date date ? date.toLocalDate() : (LocalDate) column;
    }

    private record Line(
            UUID user,
            String displayName,
            String email,
            int clearance,
            LocalDate validFrom,
            Optional<LocalDate> validTo,
            boolean loginReady,
            long version) {

        UserView view(Map<UUID, List<RoleView>> roles) {
            return new UserView(
                    user,
                    displayName,
                    email,
                    clearance,
                    validFrom,
                    validTo,
                    loginReady,
                    roles.getOrDefault(user, List.of()),
                    version);
        }
    }

    /** Where a page begins: after a user, or backwards from one. */
    public record Cursor(UUID user, boolean backwards) {

        private static final String BACKWARDS = "b.";

        /** Empty when the text means nothing. */
        public static Optional<Cursor> read(String text) {
            boolean backwards = text.startsWith(BACKWARDS);
            try {
                return Optional.of(
                        new Cursor(UUID.fromString(backwards ? text.substring(BACKWARDS.length()) : text), backwards));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }

        String text() {
            return backwards ? BACKWARDS + user : user.toString();
        }
    }
}
