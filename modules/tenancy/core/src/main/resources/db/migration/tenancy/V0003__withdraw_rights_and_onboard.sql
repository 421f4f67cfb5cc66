-- A right withdrawn before it began keeps its row with an empty period: valid_to is the day before valid_from.
alter table tenancy.membership drop constraint membership_in_order, add constraint membership_in_order check (valid_to >= valid_from - 1);
alter table tenancy.role_grant drop constraint role_grant_in_order, add constraint role_grant_in_order check (valid_to >= valid_from - 1);
comment on column tenancy.membership.valid_to is 'Last day; null while nobody has ended it; the day before valid_from when it was withdrawn before it began.';
comment on column tenancy.role_grant.valid_to is 'Last day; null while nobody has ended it; the day before valid_from when it was withdrawn before it began.';

create function tenancy.account_of(p_user uuid)
    returns table (login_name text, subject text)
    language sql
    stable
    security definer
    set search_path = pg_catalog, pg_temp
begin atomic
    select u.login_name, u.subject
    from tenancy.app_user u
    join tenancy.membership m on m.tenant_id = platform.cur_tenant() and m.user_id = u.id
    where u.id = p_user;
end;
comment on function tenancy.account_of(uuid) is
    'The login of a member of the current tenant, for the job that tells Keycloak. Security definer: no runtime role reads app_user.';
revoke all on function tenancy.account_of(uuid) from public;
grant execute on function tenancy.account_of(uuid) to app_rt;

-- Onboarding writes the first rows of another tenant. Only a directorate may, and the database asks for itself.
create function tenancy.works_for_directorate()
    returns boolean
    language sql
    stable
    set search_path = pg_catalog, pg_temp
    return exists (select from tenancy.tenant t where t.id = platform.cur_tenant() and t.kind = 'DIRECTORATE');
comment on function tenancy.works_for_directorate() is 'Whether the current tenant may onboard others.';
revoke all on function tenancy.works_for_directorate() from public;
grant execute on function tenancy.works_for_directorate() to app_rt;

create function tenancy.onboard(p_alias text, p_kind text, p_municipality smallint, p_county smallint, p_name text, p_written_form text,
        p_issuer text, p_administrator text, p_email text, p_office uuid, p_office_name text, p_grant uuid, p_day date)
    returns integer
    language plpgsql
    volatile
    security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_before text := current_setting('app.tenant');
    v_tenant integer;
    v_user   uuid;
begin
    if not tenancy.works_for_directorate() or p_kind = 'DIRECTORATE' then
        raise insufficient_privilege using message = 'onboarding is for the directorate';
    end if;
    insert into tenancy.tenant (alias, kind, municipality_id, county_id, name, written_form)
    values (p_alias, p_kind, p_municipality, p_county, p_name, p_written_form)
    returning id into v_tenant;
    v_user := tenancy.account(p_issuer, p_email);
    perform set_config('app.tenant', v_tenant::text, true);
    insert into tenancy.office (tenant_id, id, name, valid_from) values (v_tenant, p_office, p_office_name, p_day);
    insert into tenancy.membership (tenant_id, user_id, display_name, email, valid_from) values (v_tenant, v_user, p_administrator, p_email, p_day);
    insert into tenancy.role_grant (tenant_id, id, user_id, office_id, role, valid_from)
    values (v_tenant, p_grant, v_user, p_office, 'TENANT_ADMINISTRATOR', p_day);
    perform set_config('app.tenant', v_before, true);
    return v_tenant;
end
$$;
comment on function tenancy.onboard(text, text, smallint, smallint, text, text, text, text, text, uuid, text, uuid, date) is
    'Makes a tenant with one office and its first administrator. Security definer: the caller''s own policies stop at its tenant.';
revoke all on function tenancy.onboard(text, text, smallint, smallint, text, text, text, text, text, uuid, text, uuid, date) from public;
grant execute on function tenancy.onboard(text, text, smallint, smallint, text, text, text, text, text, uuid, text, uuid, date) to app_rt;

create function tenancy.first_administrator(p_tenant integer)
    returns table (user_id uuid, display_name text, email text, login_name text, subject text)
    language plpgsql
    volatile
    security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_before text := current_setting('app.tenant');
begin
    if not tenancy.works_for_directorate() then
        raise insufficient_privilege using message = 'onboarding is for the directorate';
    end if;
    perform set_config('app.tenant', p_tenant::text, true);
    return query
        select u.id, m.display_name, m.email, u.login_name, u.subject
        from tenancy.membership m
        join tenancy.app_user u on u.id = m.user_id
        join tenancy.role_grant g on g.tenant_id = m.tenant_id and g.user_id = m.user_id and g.role = 'TENANT_ADMINISTRATOR'
        where m.tenant_id = p_tenant
        order by g.valid_from, g.id
        limit 1;
    perform set_config('app.tenant', v_before, true);
end
$$;
comment on function tenancy.first_administrator(integer) is
    'Whom onboarding must give a login. Security definer: the row belongs to the new tenant, the job works for the directorate.';
revoke all on function tenancy.first_administrator(integer) from public;
grant execute on function tenancy.first_administrator(integer) to app_rt;

create function tenancy.first_administrator_ready(p_tenant integer, p_user uuid, p_subject text, p_at timestamptz)
    returns boolean
    language plpgsql
    volatile
    security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_before text := current_setting('app.tenant');
    v_linked boolean;
begin
    if not tenancy.works_for_directorate() then
        raise insufficient_privilege using message = 'onboarding is for the directorate';
    end if;
    perform set_config('app.tenant', p_tenant::text, true);
    v_linked := coalesce(tenancy.link_account(p_user, p_subject), false);
    if v_linked then
        update tenancy.membership m set provisioned_at = p_at where m.tenant_id = p_tenant and m.user_id = p_user;
    end if;
    perform set_config('app.tenant', v_before, true);
    return v_linked;
end
$$;
comment on function tenancy.first_administrator_ready(integer, uuid, text, timestamptz) is
    'Ties the first administrator''s login to its sub; false when it is tied to another. Security definer: see first_administrator.';
revoke all on function tenancy.first_administrator_ready(integer, uuid, text, timestamptz) from public;
grant execute on function tenancy.first_administrator_ready(integer, uuid, text, timestamptz) to app_rt;
