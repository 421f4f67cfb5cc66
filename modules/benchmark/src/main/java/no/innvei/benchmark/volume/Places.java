package no.innvei.benchmark.volume;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Onboards every municipality and county as a tenant, in numbers after the demo's, and shares the people out by inhabitants. */
final class Places {

    private static final int LEAST_THOUSANDS = 1;
    private static final int MOST_THOUSANDS = 13;

    private Places() {}

    private record Unit(int tenant, String number, boolean nynorsk, int weight, boolean wanted) {}

    /** Makes the tenants that are missing. */
    static void onboard(Connection superuser) throws SQLException {
        try (var statement = superuser.createStatement()) {
            statement.execute("""
                    insert into tenancy.tenant (alias, kind, municipality_id, name, written_form)
                    select 'kommune-' || v.number, 'MUNICIPALITY', v.municipality_id, v.name || ' kommune',
                           case when left(v.number, 2) in ('46', '15') and v.number not in ('4601', '1505', '1506', '1508') then 'NN' else 'NB' end
                    from tenancy.municipality_version v
                    where v.during @> current_date and not exists (select from tenancy.tenant t where t.municipality_id = v.municipality_id)
                    order by v.number""");
            statement.execute("""
                    insert into tenancy.tenant (alias, kind, county_id, name, written_form)
                    select 'fylke-' || v.number, 'COUNTY', v.county_id, v.name || ' fylkeskommune', 'NB'
                    from tenancy.county_version v
                    where v.during @> current_date and not exists (select from tenancy.tenant t where t.county_id = v.county_id)
                    order by v.number""");
            statement.execute("""
                    insert into tenancy.office (tenant_id, id, name, valid_from)
                    select t.id, md5('innvei-demo/' || t.alias || '/office')::uuid,
                           case when t.kind = 'MUNICIPALITY' then 'Flyktningtjenesten' else t.name end, date '2024-01-01'
                    from tenancy.tenant t
                    where not exists (select from tenancy.office o where o.tenant_id = t.id)""");
        }
    }

    /** @param people in the whole country; a county gets its share */
    static List<TenantPlace> share(Connection connection, VolumeSize size, int people) throws SQLException {
        var known = inhabitants();
        var units = new ArrayList<Unit>();
        try (var query = connection.prepareStatement("""
                select t.id, v.number, t.written_form = 'NN' as nynorsk, cv.number = ? or t.id <= 5 as wanted
                from tenancy.tenant t
                join tenancy.municipality_version v on v.municipality_id = t.municipality_id and v.during @> current_date
                join tenancy.municipality_county c on c.municipality_id = t.municipality_id and c.during @> current_date
                join tenancy.county_version cv on cv.county_id = c.county_id and cv.during @> current_date
                order by v.number""")) {
            query.setString(1, VolumeSize.COUNTY_NUMBER);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    var number = rows.getString("number");
                    int thousands = known.getOrDefault(
                            number,
                            LEAST_THOUSANDS + Math.floorMod(number.hashCode() * 31, MOST_THOUSANDS - LEAST_THOUSANDS));
                    units.add(new Unit(
                            rows.getInt("id"),
                            number,
                            rows.getBoolean("nynorsk"),
                            (int) Math.round(100 * Math.pow(thousands, 0.9)),
                            size == VolumeSize.COUNTRY || rows.getBoolean("wanted")));
                }
            }
        }
        long all = units.stream().mapToLong(Unit::weight).sum();
        var places = new ArrayList<TenantPlace>();
        long weight = 0;
        long given = 0;
        for (var unit : units) {
            // running totals, so that rounding loses nobody
            weight += unit.weight();
            long until = weight * people / all;
            if (unit.wanted()) {
                places.add(new TenantPlace(unit.tenant(), unit.number(), unit.nynorsk(), (int) (until - given)));
            }
            given = until;
        }
        return List.copyOf(places);
    }

    /** By tenant. */
    static Map<Integer, Staff> staff(Connection connection) throws SQLException {
        var staff = new HashMap<Integer, Staff>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select t.id, coalesce(g.user_id, md5('innvei-demo/' || t.alias || '/adviser')::uuid) as adviser,
                               coalesce(g.office_id, o.id) as office, g.user_id is not null as works
                        from tenancy.tenant t
                        left join lateral (select * from tenancy.role_grant r where r.tenant_id = t.id and r.role = 'PROGRAMME_ADVISER'
                                           order by r.user_id limit 1) g on true
                        left join lateral (select * from tenancy.office f where f.tenant_id = t.id order by f.id limit 1) o on true""")) {
            while (rows.next()) {
                staff.put(
                        rows.getInt("id"),
                        new Staff(
                                rows.getObject("adviser", UUID.class),
                                rows.getObject("office", UUID.class),
                                rows.getBoolean("works")));
            }
        }
        return staff;
    }

    private static Map<String, Integer> inhabitants() {
        var known = new HashMap<String, Integer>();
        try (var in = Places.class.getResourceAsStream("/volume/inhabitants.txt")) {
            for (var line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(l -> !l.startsWith("#") && !l.isBlank())
                    .toList()) {
                var parts = line.split(" ");
                known.put(parts[0], Integer.valueOf(parts[1]));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return known;
    }
}
