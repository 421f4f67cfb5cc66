package no.innvei.architecture;

import java.util.ArrayList;
import java.util.List;
import no.innvei.architecture.CatalogueTest.Defect;

/** A sound schema, and every way to break it that the catalogue must notice. */
final class PlantedDefects {

    /** Tables t0 to t29 and u0 to u5 (with a participant) as a module would make them. */
    static final List<String> SOUND = sound();

    /** Roles belong to the server, not to the database: what was given to them is taken back. */
    static final String REPAIR_ROLES =
            "alter role app_rt nobypassrls nocreaterole; revoke pg_read_all_data from app_login; revoke app_rt from app_jobs";

    private PlantedDefects() {}

    private static List<String> sound() {
        var sql = new ArrayList<String>();
        sql.add("create schema trial");
        sql.add("grant usage on schema trial to app_rt");
        for (int i = 0; i < 30; i++) {
            sql.add(
                    "create table trial.t%d (tenant_id integer not null, id uuid not null, value text, primary key (tenant_id, id))"
                            .formatted(i));
            sql.add("comment on table trial.t%d is 'trial'".formatted(i));
            sql.add("call platform.protect('trial.t%d')".formatted(i));
        }
        for (int i = 0; i < 6; i++) {
            sql.add(
                    ("create table trial.u%d (tenant_id integer not null, participant_id uuid not null, id uuid not null, primary key (tenant_id, id),"
                                    + " foreign key (tenant_id, id) references trial.t0 (tenant_id, id))")
                            .formatted(i));
            sql.add("comment on table trial.u%d is 'trial'".formatted(i));
            sql.add("call platform.protect('trial.u%d')".formatted(i));
        }
        sql.add("create view trial.pub_t with (security_invoker = true) as select * from trial.t0");
        sql.add("grant select on trial.pub_t to app_rt");
        return List.copyOf(sql);
    }

    static List<Defect> all() {
        return List.of(
                defect(
                        "alter table trial.t1 disable row level security",
                        "trial.t1: row-level security is not enabled"),
                defect(
                        "alter table trial.t2 no force row level security",
                        "trial.t2: row-level security is not forced"),
                defect("drop policy tenant on trial.t3", "trial.t3: has no canonical policy"),
                defect(
                        "create policy careless on trial.t4 for select using (true)",
                        "trial.t4: policy beside the canonical one: careless"),
                defect(
                        "alter policy tenant on trial.t5 using (tenant_id <= platform.cur_tenant())",
                        "trial.t5: USING is not canonical"),
                defect("alter policy tenant on trial.t6 with check (true)", "trial.t6: WITH CHECK is not canonical"),
                defect(
                        "alter policy tenant on trial.t7 to app_rt",
                        "trial.t7: policy beside the canonical one: tenant"),
                defect("alter table trial.t7 alter value set not null", "trial.t7: has no canonical policy"),
                defect(
                        "alter policy tenant on trial.u1 using (tenant_id = platform.cur_tenant())",
                        "trial.u1: USING is not canonical"),
                defect(
                        "alter table trial.u2 alter participant_id drop not null",
                        "trial.u2: participant_id may be null"),
                defect("alter table trial.t8 drop constraint t8_pkey", "trial.t8: has no primary key"),
                defect("alter table trial.t8 alter tenant_id drop not null", "trial.t8: tenant_id may be null"),
                defect(
                        "alter table trial.t9 drop constraint t9_pkey, add primary key (id, tenant_id)",
                        "trial.t9: primary key t9_pkey begins with id"),
                defect(
                        "create unique index oracle on trial.t10 (value)",
                        "trial.t10: unique index oracle begins with value"),
                defect(
                        "create unique index shout on trial.t10 (lower(value), tenant_id)",
                        "trial.t10: unique index shout begins with an expression"),
                defect(
                        "alter table trial.t11 add constraint once exclude using gist (value with =)",
                        "trial.t11: exclusion once begins with value"),
                defect(
                        "alter table trial.t12 add constraint only_id unique (tenant_id, value), add column other integer,"
                                + " add constraint borrowed foreign key (other, value) references trial.t12 (tenant_id, value)",
                        "trial.t12: foreign key borrowed does not carry the tenant"),
                defect(
                        "alter table trial.t13 add foreign key (tenant_id, id) references platform.stream (tenant_id, id)",
                        "trial.t13: foreign key t13_tenant_id_id_fkey leaves the schema"),
                defect("grant truncate on trial.t14 to app_rt", "trial.t14: right that row policies do not cover"),
                defect("grant references on trial.t15 to app_rt", "trial.t15: right that row policies do not cover"),
                defect("grant trigger on trial.t16 to app_rt", "trial.t16: right that row policies do not cover"),
                defect(
                        "grant select on trial.t17 to app_login",
                        "trial.t17: right of a role without a policy for it: app_login: SELECT"),
                defect(
                        "grant select (value) on trial.t18 to app_jobs",
                        "trial.t18: right of a role without a policy for it: app_jobs: SELECT"),
                defect(
                        "grant select on trial.t19 to public",
                        "trial.t19: right of a role without a policy for it: app_"),
                defect("comment on table trial.t20 is null", "trial.t20: has no comment"),
                defect("alter table trial.t21 owner to app_rt", "trial.t21: is owned by app_rt"),
                defect(
                        "select 1",
                        "trial.t21: right that row policies do not cover: app_rt: SELECT INSERT UPDATE DELETE TRUNCATE"),
                defect(
                        "create table trial.loose (id uuid primary key); comment on table trial.loose is 'x'; grant select on trial.loose to app_rt;"
                                + " alter table trial.loose owner to innvei_owner",
                        "trial.loose: has no tenant_id and is not on the list"),
                defect(
                        "create view trial.pub_definer as select * from trial.t0; grant select on trial.pub_definer to app_rt",
                        "trial.pub_definer: view does not run with the rights of who asks"),
                defect(
                        "create view trial.secret with (security_invoker = true) as select * from trial.t0",
                        "trial.secret: published view is not named pub_"),
                defect("grant delete on trial.pub_t to app_rt", "trial.pub_t: rights on a view: app_rt: SELECT DELETE"),
                defect(
                        "create materialized view trial.frozen as select * from trial.t0; grant select on trial.frozen to app_rt",
                        "trial.frozen: materialised view is granted: app_rt: SELECT"),
                defect(
                        "create sequence trial.counter; grant usage on sequence trial.counter to app_rt",
                        "trial.counter: sequence is granted: app_rt"),
                defect(
                        "create table trial.parts (tenant_id integer not null, id uuid not null, primary key (tenant_id, id)) partition by range (tenant_id);"
                                + " comment on table trial.parts is 'x'; call platform.protect('trial.parts');"
                                + " alter table trial.parts owner to innvei_owner;"
                                + " create table trial.part partition of trial.parts for values from (0) to (10); grant select on trial.part to app_rt;"
                                + " alter table trial.part owner to innvei_owner",
                        "trial.part: is a partition and may be addressed directly"),
                defect(
                        "create function trial.open_door() returns bigint language sql security definer as 'select count(*) from trial.t0'",
                        "trial.open_door(): security definer function is not on the list"),
                defect(
                        "create function trial.trust_me(text) returns boolean language sql immutable leakproof as 'select true'",
                        "trial.trust_me(text): is marked leakproof"),
                defect(
                        "create or replace function platform.cur_tenant() returns integer language sql volatile parallel safe"
                                + " return nullif(current_setting('app.tenant', true), '')::integer",
                        "platform.cur_tenant(): is not the function that the policies rely on"),
                defect(
                        "create or replace function platform.cur_clearance() returns integer language sql stable parallel safe"
                                + " return nullif(current_setting('app.clearance', true), '')::integer",
                        "platform.cur_clearance(): is not the function that the policies rely on"),
                defect(
                        "create rule quiet as on delete to trial.t22 do instead nothing",
                        "trial.t22: rewrite rule quiet"),
                defect(
                        "alter table trial.t23 add column tenant_copy integer, drop column tenant_id cascade",
                        "trial.t23: has no tenant_id and is not on the list"),
                defect("grant create on schema trial to app_rt", "trial: role app_rt may create in this schema"),
                defect(
                        "alter default privileges in schema trial grant select on tables to app_rt",
                        "postgres: has default privileges"),
                defect("alter role app_rt bypassrls", "app_rt: role has BYPASSRLS"),
                defect("alter role app_rt createrole", "app_rt: role has BYPASSRLS CREATEROLE"),
                defect("grant pg_read_all_data to app_login", "app_login: role is a member of pg_read_all_data"),
                defect("grant app_rt to app_jobs", "app_jobs: role is a member of app_rt"),
                defect("create extension pgcrypto", "pgcrypto: extension is not on the list"),
                defect(
                        "create publication everything for all tables",
                        "everything: publication sends rows of all tenants"),
                defect(
                        "grant select on platform.schema_history to app_rt",
                        "platform.schema_history: migration history is open"),
                defect(
                        "grant select on jobs.scheduled_tasks to app_rt",
                        "jobs.scheduled_tasks: rights are [app_rt: SELECT; "));
    }

    private static Defect defect(String sql, String report) {
        return new Defect(sql, report);
    }
}
