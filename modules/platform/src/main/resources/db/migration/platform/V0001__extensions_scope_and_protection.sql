create extension if not exists btree_gist with schema public;
create extension if not exists pg_trgm with schema public;

grant usage on schema platform to app_rt, app_login, app_jobs;

create function platform.cur_tenant() returns integer
    language sql stable parallel safe
    return nullif(current_setting('app.tenant', true), '')::integer;
comment on function platform.cur_tenant() is 'Tenant of the transaction; null when none is bound, so that no row matches. Stable, or policies could not use an index.';

create function platform.cur_clearance() returns integer
    language sql stable parallel safe
    return coalesce(nullif(current_setting('app.clearance', true), '')::integer, 0);
comment on function platform.cur_clearance() is 'Clearance of the transaction: 0 ordinary, 1 fortrolig, 2 strengt fortrolig; 0 when none is bound.';

create table platform.protected_participant (
    tenant_id      integer not null,
    participant_id uuid not null,
    level          smallint not null check (level in (1, 2)),
    since          timestamptz not null default now(),
    primary key (tenant_id, participant_id)
);
comment on table platform.protected_participant is
    'People with a protected identity (skjermet identitet): the only source, read by the row policies themselves. Who is ordinary has no row.';
comment on column platform.protected_participant.level is '1 fortrolig, 2 strengt fortrolig.';

create procedure platform.protect(target regclass, person_column name default 'participant_id')
    language plpgsql
as $$
declare
    own_tenant constant text := 'tenant_id = platform.cur_tenant()';
    visible text := own_tenant;
begin
    if target <> 'platform.protected_participant'::regclass
       and exists (select from pg_attribute where attrelid = target and attname = person_column and not attisdropped) then
        visible := own_tenant || format(' and %I <> all (array(select p.participant_id from platform.protected_participant p'
            || ' where p.tenant_id = platform.cur_tenant() and p.level > platform.cur_clearance()))', person_column);
    elsif person_column <> 'participant_id' then
        raise exception 'table % has no column %', target, person_column;
    end if;
    execute format('alter table %s enable row level security', target);
    execute format('alter table %s force row level security', target);
    execute format('create policy tenant on %s using (%s) with check (%s)', target, visible, own_tenant);
    execute format('revoke all on table %s from public', target);
    execute format('revoke truncate, references, trigger on table %s from app_rt', target);
    execute format('grant select, insert, update, delete on table %s to app_rt', target);
end
$$;
comment on procedure platform.protect(regclass, name) is
    'Forces row-level security with the canonical policy, for the owner too, and grants the application role its rows. Hides protected people where the table has a participant_id; the table of the people themselves names its own key as the second argument.';

call platform.protect('platform.protected_participant');
