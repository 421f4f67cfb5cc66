package no.innvei.architecture;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * Reads the catalogue of a migrated database and names everything that would let one tenant touch another. Default is deny: a relation, right, policy,
 * function or extension that no rule and no allow-list knows is a defect.
 */
final class Catalogue {

    private static final String ROLES = "('app_rt', 'app_login', 'app_jobs', 'app_sessions')";
    private static final String OURS =
            "n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg\\_toast%' and n.nspname not like 'pg\\_temp%'";
    private static final String NOT_OF_AN_EXTENSION =
            "not exists (select from pg_depend x where x.classid = '%s'::regclass and x.objid = %s.oid and x.deptype = 'e')";

    private static final String OWN_TENANT = "(tenant_id = platform.cur_tenant())";
    private static final String VISIBLE =
            "((tenant_id = platform.cur_tenant()) AND (NOT (%s IN ( SELECT p.participant_id FROM platform.protected_participant p"
                    + " WHERE ((p.tenant_id = platform.cur_tenant()) AND (p.level > platform.cur_clearance()))))))";

    private static final Map<String, String> FUNCTIONS = Map.of(
            "platform.cur_tenant()", "RETURN (NULLIF(current_setting('app.tenant'::text, true), ''::text))::integer",
            "platform.cur_clearance()",
                    "RETURN COALESCE((NULLIF(current_setting('app.clearance'::text, true), ''::text))::integer, 0)");

    private final Connection connection;
    private final TreeSet<String> defects = new TreeSet<>();
    private final Map<String, String> withoutTenant = new HashMap<>();
    private final Map<String, String> people = new HashMap<>();
    private final Map<String, String> definers = new HashMap<>();
    private final List<String> furtherPolicies = new ArrayList<>();

    private Catalogue(Connection connection) {
        this.connection = connection;
        AllowList.read("tables-without-tenant.txt", 3).forEach(line -> withoutTenant.put(line.get(0), line.get(1)));
        AllowList.read("tables-of-people.txt", 2).forEach(line -> people.put(line.get(0), line.get(1)));
        AllowList.read("security-definer-functions.txt", 3).forEach(line -> definers.put(line.get(0), line.get(1)));
        AllowList.read("further-policies.txt", 6)
                .forEach(line -> furtherPolicies.add(String.join(" | ", line.subList(0, 5))));
    }

    /** Each defect as {@code object: what is wrong}, in alphabetical order. */
    static List<String> defects(DataSource superuser) throws SQLException {
        try (var connection = superuser.getConnection()) {
            try (var statement = connection.createStatement()) {
                statement.execute("set search_path = ''");
            }
            var catalogue = new Catalogue(connection);
            catalogue.roles();
            catalogue.schemas();
            catalogue.tables();
            catalogue.policies();
            catalogue.keys();
            catalogue.foreignKeys();
            catalogue.views();
            catalogue.otherRelations();
            catalogue.functions();
            catalogue.database();
            return List.copyOf(catalogue.defects);
        }
    }

    private void roles() throws SQLException {
        each(
                "select rolname, concat_ws(' ', case when rolsuper then 'SUPERUSER' end, case when rolbypassrls then 'BYPASSRLS' end,"
                        + " case when rolcreaterole then 'CREATEROLE' end, case when rolcreatedb then 'CREATEDB' end,"
                        + " case when rolreplication then 'REPLICATION' end) from pg_catalog.pg_roles where rolname in "
                        + ROLES + " or rolname = 'innvei_owner'",
                row -> {
                    if (!row[1].isEmpty()) {
                        defect(row[0], "role has " + row[1]);
                    }
                });
        each(
                "select m.rolname, g.rolname from pg_catalog.pg_auth_members a join pg_catalog.pg_roles m on m.oid = a.member"
                        + " join pg_catalog.pg_roles g on g.oid = a.roleid where m.rolname in " + ROLES
                        + " or m.rolname = 'innvei_owner'"
                        + " or g.rolname in " + ROLES,
                row -> defect(row[0], "role is a member of " + row[1]));
        each(
                "select pg_catalog.pg_get_userbyid(d.defaclrole), coalesce(d.defaclacl::text, '') from pg_catalog.pg_default_acl d",
                row -> defect(row[0], "has default privileges " + row[1]));
    }

    private void schemas() throws SQLException {
        each(
                "select n.nspname, r.rolname from pg_catalog.pg_namespace n cross join pg_catalog.pg_roles r where r.rolname in "
                        + ROLES + " and pg_catalog.has_schema_privilege(r.oid, n.oid, 'CREATE')",
                row -> defect(row[0], "role " + row[1] + " may create in this schema"));
        each(
                "select r.rolname, p.privilege from pg_catalog.pg_roles r cross join (values ('CREATE'), ('TEMPORARY')) p(privilege)"
                        + " where r.rolname in " + ROLES
                        + " and pg_catalog.has_database_privilege(r.oid, pg_catalog.current_database(), p.privilege)",
                row -> defect(row[0], "role has " + row[1] + " on the database"));
        each(
                "select n.nspname || '.' || c.relname, r.rolname from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace"
                        + " join pg_catalog.pg_roles r on r.oid = c.relowner where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S') and "
                        + OURS + " and r.rolname in " + ROLES,
                row -> defect(row[0], "is owned by " + row[1]));
        each(
                "select n.nspname || '.' || p.proname, r.rolname from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace"
                        + " join pg_catalog.pg_roles r on r.oid = p.proowner where r.rolname in " + ROLES,
                row -> defect(row[0], "is owned by " + row[1]));
    }

    private void tables() throws SQLException {
        each(
                "select n.nspname || '.' || c.relname, c.relname, c.relispartition::text, c.relrowsecurity::text, c.relforcerowsecurity::text,"
                        + " coalesce(t.attnotnull::text, 'absent'), coalesce(pg_catalog.format_type(t.atttypid, null), ''),"
                        + " coalesce(p.attnotnull::text, 'absent'), (pg_catalog.obj_description(c.oid, 'pg_class') is not null)::text,"
                        + " pg_catalog.pg_get_userbyid(c.relowner), " + rights("c")
                        + " from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace"
                        + " left join pg_catalog.pg_attribute t on t.attrelid = c.oid and t.attname = 'tenant_id' and not t.attisdropped"
                        + " left join pg_catalog.pg_attribute p on p.attrelid = c.oid and p.attname = 'participant_id' and not p.attisdropped"
                        + " where c.relkind in ('r', 'p') and " + OURS + " and "
                        + NOT_OF_AN_EXTENSION.formatted("pg_catalog.pg_class", "c"),
                row -> table(
                        row[0],
                        row[1],
                        bool(row[2]),
                        bool(row[3]),
                        bool(row[4]),
                        row[5],
                        row[6],
                        row[7],
                        bool(row[8]),
                        row[9],
                        row[10]));
        for (var listed : withoutTenant.keySet()) {
            var schema = listed.substring(0, listed.indexOf('.'));
            if (exists("select 1 from pg_catalog.pg_namespace where nspname = '" + schema + "'")
                    && !exists("select 1 where pg_catalog.to_regclass('" + listed + "') is not null")) {
                defect(listed, "is on the list of tables without a tenant and does not exist");
            }
        }
    }

    private void table(
            String name,
            String shortName,
            boolean partition,
            boolean enabled,
            boolean forced,
            String tenant,
            String tenantType,
            String participant,
            boolean commented,
            String owner,
            String rights) {
        if (!owner.equals("innvei_owner")) {
            defect(name, "is owned by " + owner);
        }
        if (partition) {
            if (!rights.isEmpty()) {
                defect(name, "is a partition and may be addressed directly: " + rights);
            }
            return;
        }
        if (shortName.equals("schema_history")) {
            if (!rights.isEmpty()) {
                defect(name, "migration history is open: " + rights);
            }
            return;
        }
        if (!commented) {
            defect(name, "has no comment");
        }
        if (rights.matches(".*(TRUNCATE|REFERENCES|TRIGGER|MAINTAIN).*")) {
            defect(name, "right that row policies do not cover: " + rights);
        }
        if (tenant.equals("absent")) {
            var allowed = withoutTenant.get(name);
            if (allowed == null) {
                defect(name, "has no tenant_id and is not on the list");
            } else if (!(allowed.equals("nobody") ? "" : allowed).equals(rights)) {
                defect(name, "rights are [" + rights + "], the list says [" + allowed + "]");
            }
            return;
        }
        if (withoutTenant.containsKey(name)) {
            defect(name, "has a tenant_id and is on the list of tables without");
        }
        if (!tenant.equals("true")) {
            defect(name, "tenant_id may be null");
        }
        if (!tenantType.equals("integer")) {
            defect(name, "tenant_id is " + tenantType);
        }
        if (participant.equals("false")) {
            defect(name, "participant_id may be null, which hides the row as soon as anybody is protected");
        }
        if (!enabled) {
            defect(name, "row-level security is not enabled");
        }
        if (!forced) {
            defect(name, "row-level security is not forced");
        }
        for (var roleRights : rights.split("; ")) {
            if (!roleRights.isEmpty()
                    && !roleRights.startsWith("app_rt: ")
                    && !hasFurtherPolicy(name, roleRights.substring(0, roleRights.indexOf(':')))) {
                defect(name, "right of a role without a policy for it: " + roleRights);
            }
        }
    }

    private boolean hasFurtherPolicy(String table, String role) {
        return furtherPolicies.stream()
                .anyMatch(line -> line.startsWith(table + " | ") && line.contains(" | SELECT | " + role + " | "));
    }

    private void policies() throws SQLException {
        var participants = new TreeSet<String>();
        each(
                "select n.nspname || '.' || c.relname from pg_catalog.pg_attribute a join pg_catalog.pg_class c on c.oid = a.attrelid"
                        + " join pg_catalog.pg_namespace n on n.oid = c.relnamespace where a.attname = 'participant_id' and not a.attisdropped",
                row -> participants.add(row[0]));
        var canonical = new TreeSet<String>();
        each(
                "select n.nspname || '.' || c.relname, p.polname, p.polpermissive::text,"
                        + " case p.polcmd when '*' then 'ALL' when 'r' then 'SELECT' when 'a' then 'INSERT' when 'w' then 'UPDATE' else 'DELETE' end,"
                        + " (select coalesce(string_agg(coalesce(r.rolname, 'public'), ',' order by r.rolname), '') from unnest(p.polroles) o"
                        + "  left join pg_catalog.pg_roles r on r.oid = o),"
                        + " coalesce(regexp_replace(pg_catalog.pg_get_expr(p.polqual, p.polrelid), '\\s+', ' ', 'g'), ''),"
                        + " coalesce(regexp_replace(pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid), '\\s+', ' ', 'g'), '')"
                        + " from pg_catalog.pg_policy p join pg_catalog.pg_class c on c.oid = p.polrelid join pg_catalog.pg_namespace n on n.oid = c.relnamespace",
                row -> {
                    var table = row[0];
                    if (furtherPolicies.contains(String.join(" | ", table, row[1], row[3], row[4], row[5]))) {
                        return;
                    }
                    if (!row[1].equals("tenant")
                            || !bool(row[2])
                            || !row[3].equals("ALL")
                            || !row[4].equals("public")) {
                        defect(table, "policy beside the canonical one: " + row[1]);
                        return;
                    }
                    canonical.add(table);
                    var person = people.getOrDefault(table, participants.contains(table) ? "participant_id" : null);
                    var expected = person == null || table.equals("platform.protected_participant")
                            ? OWN_TENANT
                            : VISIBLE.formatted(person);
                    if (!row[5].equals(expected)) {
                        defect(table, "USING is not canonical: " + row[5]);
                    }
                    if (!row[6].equals(OWN_TENANT)) {
                        defect(table, "WITH CHECK is not canonical: " + row[6]);
                    }
                });
        each(
                "select n.nspname || '.' || c.relname from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace"
                        + " join pg_catalog.pg_attribute t on t.attrelid = c.oid and t.attname = 'tenant_id' and not t.attisdropped"
                        + " where c.relkind in ('r', 'p') and not c.relispartition and " + OURS,
                row -> {
                    if (!canonical.contains(row[0])) {
                        defect(row[0], "has no canonical policy");
                    }
                });
    }

    private void keys() throws SQLException {
        each(
                "select n.nspname || '.' || c.relname, i.relname,"
                        + " case when x.indisprimary then 'primary key' when x.indisexclusion then 'exclusion' else 'unique index' end,"
                        + " coalesce((select a.attname from pg_catalog.pg_attribute a where a.attrelid = c.oid and a.attnum = x.indkey[0]), 'an expression')"
                        + " from pg_catalog.pg_index x join pg_catalog.pg_class c on c.oid = x.indrelid join pg_catalog.pg_class i on i.oid = x.indexrelid"
                        + " join pg_catalog.pg_namespace n on n.oid = c.relnamespace"
                        + " where (x.indisunique or x.indisexclusion) and " + OURS
                        + " and exists (select from pg_catalog.pg_attribute t where t.attrelid = c.oid and t.attname = 'tenant_id' and not t.attisdropped)",
                row -> {
                    if (!row[3].equals("tenant_id")) {
                        defect(row[0], row[2] + " " + row[1] + " begins with " + row[3]);
                    }
                });
        each(
                "select n.nspname || '.' || c.relname from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace"
                        + " join pg_catalog.pg_attribute t on t.attrelid = c.oid and t.attname = 'tenant_id' and not t.attisdropped"
                        + " where c.relkind in ('r', 'p') and " + OURS
                        + " and not exists (select from pg_catalog.pg_index x where x.indrelid = c.oid and x.indisprimary)",
                row -> defect(row[0], "has no primary key"));
    }

    private void foreignKeys() throws SQLException {
        each(
                "select n.nspname || '.' || c.relname, k.conname, fn.nspname || '.' || f.relname,"
                        + " (ft.attnum is not null)::text,"
                        + " exists (select from generate_subscripts(k.conkey, 1) i where k.conkey[i] = t.attnum and k.confkey[i] = ft.attnum)::text,"
                        + " (n.nspname = fn.nspname)::text"
                        + " from pg_catalog.pg_constraint k join pg_catalog.pg_class c on c.oid = k.conrelid join pg_catalog.pg_namespace n on n.oid = c.relnamespace"
                        + " join pg_catalog.pg_class f on f.oid = k.confrelid join pg_catalog.pg_namespace fn on fn.oid = f.relnamespace"
                        + " left join pg_catalog.pg_attribute t on t.attrelid = c.oid and t.attname = 'tenant_id' and not t.attisdropped"
                        + " left join pg_catalog.pg_attribute ft on ft.attrelid = f.oid and ft.attname = 'tenant_id' and not ft.attisdropped"
                        + " where k.contype = 'f' and " + OURS,
                row -> {
                    if (bool(row[3]) && !bool(row[4])) {
                        defect(row[0], "foreign key " + row[1] + " does not carry the tenant");
                    }
                    if (!bool(row[5])) {
                        defect(row[0], "foreign key " + row[1] + " leaves the schema for " + row[2]);
                    }
                });
    }

    private void views() throws SQLException {
        each(
                "select n.nspname || '.' || c.relname, c.relname, coalesce(c.reloptions::text, ''), " + rights("c")
                        + " from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace where c.relkind = 'v' and "
                        + OURS
                        + " and " + NOT_OF_AN_EXTENSION.formatted("pg_catalog.pg_class", "c"),
                row -> {
                    if (!row[2].contains("security_invoker=true") && !row[2].contains("security_invoker=on")) {
                        defect(row[0], "view does not run with the rights of who asks");
                    }
                    if (!row[1].startsWith("pub_")) {
                        defect(row[0], "published view is not named pub_");
                    }
                    if (!row[3].isEmpty() && !row[3].equals("app_rt: SELECT")) {
                        defect(row[0], "rights on a view: " + row[3]);
                    }
                });
    }

    private void otherRelations() throws SQLException {
        each(
                "select n.nspname || '.' || c.relname, case c.relkind when 'm' then 'materialised view' when 'f' then 'foreign table' else 'sequence' end, "
                        + "case when c.relkind = 'S' then (select coalesce(string_agg(r.rolname, ',' order by r.rolname), '') from pg_catalog.pg_roles r"
                        + " where r.rolname in " + ROLES
                        + " and pg_catalog.has_sequence_privilege(r.oid, c.oid, 'USAGE, SELECT, UPDATE')) else "
                        + rights("c") + " end"
                        + " from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace where c.relkind in ('m', 'f', 'S') and "
                        + OURS,
                row -> {
                    if (!row[2].isEmpty()) {
                        defect(row[0], row[1] + " is granted: " + row[2]);
                    }
                });
    }

    private void functions() throws SQLException {
        each(
                "select n.nspname || '.' || p.proname || '(' || pg_catalog.pg_get_function_identity_arguments(p.oid) || ')',"
                        + " p.prosecdef::text, p.proleakproof::text, p.provolatile::text || p.proparallel::text,"
                        + " coalesce(p.proconfig::text, ''),"
                        + " (select coalesce(string_agg(r.rolname, ',' order by r.rolname), '') from pg_catalog.pg_roles r where r.rolname in "
                        + ROLES
                        + "  and pg_catalog.has_function_privilege(r.oid, p.oid, 'EXECUTE')),"
                        + " coalesce(pg_catalog.pg_get_function_sqlbody(p.oid), p.prosrc),"
                        + " (select pg_catalog.string_agg(pg_catalog.format_type(a.t, null), ', ' order by a.i) from unnest(p.proargtypes) with ordinality a(t, i))"
                        + " from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace where "
                        + OURS
                        + " and " + NOT_OF_AN_EXTENSION.formatted("pg_catalog.pg_proc", "p"),
                row -> function(
                        row[0].substring(0, row[0].indexOf('(')) + "(" + (row[7] == null ? "" : row[7]) + ")", row));
        for (var function : FUNCTIONS.keySet()) {
            if (!exists("select 1 where pg_catalog.to_regprocedure('" + function + "') is not null")) {
                defect(function, "is missing");
            }
        }
    }

    private void function(String name, String[] row) {
        if (bool(row[2])) {
            defect(name, "is marked leakproof");
        }
        if (bool(row[1])) {
            var callers = definers.get(name);
            if (callers == null) {
                defect(name, "security definer function is not on the list");
            } else {
                if (!callers.equals(row[5])) {
                    defect(name, "may be called by [" + row[5] + "], the list says [" + callers + "]");
                }
                if (!row[4].contains("search_path=")) {
                    defect(name, "security definer function without a search_path of its own");
                }
            }
        }
        var source = FUNCTIONS.get(name);
        if (source != null && (!source.equals(row[6].strip()) || !row[3].equals("ss"))) {
            defect(name, "is not the function that the policies rely on: " + row[3] + " " + row[6].strip());
        }
    }

    private void database() throws SQLException {
        each(
                "select extname from pg_catalog.pg_extension where extname not in ('plpgsql', 'btree_gist', 'pg_trgm')",
                row -> defect(row[0], "extension is not on the list"));
        each(
                "select pubname from pg_catalog.pg_publication",
                row -> defect(row[0], "publication sends rows of all tenants"));
        each("select evtname from pg_catalog.pg_event_trigger", row -> defect(row[0], "event trigger"));
        each(
                "select n.nspname || '.' || c.relname, r.rulename from pg_catalog.pg_rewrite r join pg_catalog.pg_class c on c.oid = r.ev_class"
                        + " join pg_catalog.pg_namespace n on n.oid = c.relnamespace where r.rulename <> '_RETURN' and "
                        + OURS,
                row -> defect(row[0], "rewrite rule " + row[1]));
    }

    /** Rights of the runtime roles on a relation, column grants included, as {@code role: RIGHT RIGHT; role: RIGHT}. */
    private static String rights(String relation) {
        return "(select coalesce(string_agg(g.rolname || ': ' || g.rights, '; ' order by g.place), '') from ("
                + "select r.rolname, pg_catalog.array_position(array['app_rt', 'app_login', 'app_jobs', 'app_sessions'], r.rolname::text) as place,"
                + " string_agg(v.name, ' ' order by v.place) as rights from pg_catalog.pg_roles r"
                + " cross join (values (1, 'SELECT'), (2, 'INSERT'), (3, 'UPDATE'), (4, 'DELETE'), (5, 'TRUNCATE'), (6, 'REFERENCES'), (7, 'TRIGGER'),"
                + " (8, 'MAINTAIN')) v(place, name)"
                + " where r.rolname in " + ROLES + " and (pg_catalog.has_table_privilege(r.oid, " + relation
                + ".oid, v.name)"
                + " or v.place in (1, 2, 3, 6) and pg_catalog.has_any_column_privilege(r.oid, " + relation
                + ".oid, case when v.place in (1, 2, 3, 6) then v.name end))"
                + " group by r.rolname) g)";
    }

    private void defect(String object, String text) {
        defects.add(object + ": " + text);
    }

    private static boolean bool(String value) {
        return value.equals("true");
    }

    private boolean exists(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next();
        }
    }

    private void each(String sql, Consumer<String[]> row) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                var values = new String[columns];
                for (int i = 0; i < columns; i++) {
                    values[i] = rows.getString(i + 1);
                }
                row.accept(values);
            }
        }
    }
}
