package no.innvei.tenancy.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.innvei.kernel.WrittenForm;
import no.innvei.tenancy.api.Memberships.TenantKind;
import no.innvei.tenancy.api.Tenants.Onboard;
import no.innvei.tenancy.api.Tenants.TenantView;
import no.innvei.tenancy.api.Tenants.Unit;

/** The list of tenants and the units that may become one. Making one is a function of the database, because it writes another tenant's rows. */
@ApplicationScoped
public class TenantQueries {

    @PersistenceContext(unitName = "tenancy")
    EntityManager entities;

    /** A municipality or county of a day, and the tenant it has become, if any. */
    public record Candidate(int unit, Optional<String> tenantAlias) {}

    public List<TenantView> all(LocalDate day) {
        return rows(entities.createNativeQuery("""
                        select t.alias, t.kind, coalesce(m.number, c.number), t.name, t.written_form, t.onboarded_at
                        from tenancy.tenant t
                        left join tenancy.municipality_version m on m.municipality_id = t.municipality_id and m.during @> cast(?1 as date)
                        left join tenancy.county_version c on c.county_id = t.county_id and c.during @> cast(?1 as date)
                        order by t.name, t.id
                        """).setParameter(1, day))
                .map(row -> new TenantView(
                        (String) row[0],
                        TenantKind.valueOf((String) row[1]),
                        Optional.ofNullable((String) row[2]),
                        (String) row[3],
                        "NN".equals(row[4]) ? WrittenForm.NN : WrittenForm.NB,
                        instant(row[5])))
                .toList();
    }

    public List<Unit> notOnboarded(TenantKind kind, LocalDate day) {
        return switch (kind) {
            case MUNICIPALITY -> units("""
                    select v.number, v.name from tenancy.municipality_version v
                    where v.during @> cast(?1 as date) and not exists (select 1 from tenancy.tenant t where t.municipality_id = v.municipality_id)
                    order by v.number
                    """, day);
            case COUNTY -> units("""
                    select v.number, v.name from tenancy.county_version v
                    where v.during @> cast(?1 as date) and not exists (select 1 from tenancy.tenant t where t.county_id = v.county_id)
                    order by v.number
                    """, day);
            case DIRECTORATE -> List.of();
        };
    }

    public List<Unit> municipalities(LocalDate day) {
        return units("""
                select v.number, v.name from tenancy.municipality_version v
                where v.during @> cast(?1 as date)
                order by v.number
                """, day);
    }

    /** Number to the last name a municipality had under it. */
    public Map<String, String> municipalityNames() {
        return rows(entities.createNativeQuery("""
                        select distinct on (v.number) v.number, v.name from tenancy.municipality_version v order by v.number, v.valid_from desc
                        """))
                .collect(Collectors.toUnmodifiableMap(row -> (String) row[0], row -> (String) row[1]));
    }

    public Optional<Candidate> candidate(TenantKind kind, String number, LocalDate day) {
        return switch (kind) {
            case MUNICIPALITY -> candidate("""
                    select v.municipality_id, t.alias from tenancy.municipality_version v
                    left join tenancy.tenant t on t.municipality_id = v.municipality_id
                    where v.number = ?1 and v.during @> cast(?2 as date)
                    """, number, day);
            case COUNTY -> candidate("""
                    select v.county_id, t.alias from tenancy.county_version v
                    left join tenancy.tenant t on t.county_id = v.county_id
                    where v.number = ?1 and v.during @> cast(?2 as date)
                    """, number, day);
            case DIRECTORATE -> Optional.empty();
        };
    }

    public boolean aliasTaken(String alias) {
        return !entities.createNativeQuery("select 1 from tenancy.tenant t where t.alias = ?1")
                .setParameter(1, alias)
                .getResultList()
                .isEmpty();
    }

    /** @return the new tenant's id */
    public int onboard(Onboard command, int unit, String issuer, UUID office, UUID grant, LocalDate day) {
        boolean municipality = command.kind() == TenantKind.MUNICIPALITY;
        return ((Number) entities.createNativeQuery("""
                        select tenancy.onboard(?1, ?2, cast(nullif(?3, 0) as smallint), cast(nullif(?4, 0) as smallint), ?5, ?6, ?7, ?8, ?9,
                            cast(?10 as uuid), ?11, cast(?12 as uuid), cast(?13 as date))
                        """)
                        .setParameter(1, command.alias())
                        .setParameter(2, command.kind().name())
                        .setParameter(3, municipality ? unit : 0)
                        .setParameter(4, municipality ? 0 : unit)
                        .setParameter(5, command.name())
                        .setParameter(6, command.writtenForm().name())
                        .setParameter(7, issuer)
                        .setParameter(8, command.administratorName())
                        .setParameter(9, command.administratorEmail())
                        .setParameter(10, office.toString())
                        .setParameter(11, command.officeName())
                        .setParameter(12, grant.toString())
                        .setParameter(13, day)
                        .getSingleResult())
                .intValue();
    }

    private List<Unit> units(String sql, LocalDate day) {
        return rows(entities.createNativeQuery(sql).setParameter(1, day))
                .map(row -> new Unit((String) row[0], (String) row[1]))
                .toList();
    }

    private Optional<Candidate> candidate(String sql, String number, LocalDate day) {
        return rows(entities.createNativeQuery(sql).setParameter(1, number).setParameter(2, day))
                .map(row -> new Candidate(((Number) row[0]).intValue(), Optional.ofNullable((String) row[1])))
                .findFirst();
    }

    @SuppressWarnings("unchecked")
    private static Stream<Object[]> rows(Query query) {
        return ((List<Object[]>) query.getResultList()).stream();
    }

    private static Instant instant(Object column) {
        return column instanceof Timestamp stamp ? stamp.toInstant() : ((OffsetDateTime) column).toInstant();
    }
}
