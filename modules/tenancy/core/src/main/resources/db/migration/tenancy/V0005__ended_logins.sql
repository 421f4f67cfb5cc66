create table tenancy.ended_login (
    issuer     text not null check (length(issuer) between 1 and 500),
    notice     text not null check (length(notice) between 1 and 255),
    session_id text check (length(session_id) between 1 and 255),
    subject    text check (length(subject) between 1 and 255),
    ended_at   timestamptz not null,
    primary key (issuer, notice),
    constraint one_session_or_every_one_of_a_subject check (num_nonnulls(session_id, subject) = 1)
);
comment on table tenancy.ended_login is
    'Logins that the issuer has ended: one session, or every session of a subject. Tenant-less: read before a tenant is known. No runtime role reads or writes it; tenancy.member, tenancy.end_login and tenancy.forget_ended_logins do.';
comment on column tenancy.ended_login.notice is 'jti of the logout token: the same token is taken once.';
comment on column tenancy.ended_login.session_id is 'sid of the tokens of the ended session.';
comment on column tenancy.ended_login.subject is 'sub of the tokens when every session of a user is ended.';
comment on column tenancy.ended_login.ended_at is 'iat of the logout token: tokens issued until then open nothing. The issuer''s clock on both sides, whole seconds.';
create index ended_login_by_session on tenancy.ended_login (issuer, session_id) where session_id is not null;
create index ended_login_by_subject on tenancy.ended_login (issuer, subject) where subject is not null;
create index ended_login_by_age on tenancy.ended_login (ended_at);

create function tenancy.end_login(p_issuer text, p_notice text, p_session text, p_subject text, p_at timestamptz)
    returns boolean
    language sql
    volatile
    security definer
    set search_path = pg_catalog, pg_temp
begin atomic
    insert into tenancy.ended_login (issuer, notice, session_id, subject, ended_at)
    values (p_issuer, p_notice, p_session, case when p_session is null then p_subject end, p_at)
    on conflict (issuer, notice) do nothing
    returning true;
end;
comment on function tenancy.end_login(text, text, text, text, timestamptz) is
    'Ends the session, or without one every session of the subject; null when this notice was taken before. Security definer: comes before a tenant is known.';
revoke all on function tenancy.end_login(text, text, text, text, timestamptz) from public;
grant execute on function tenancy.end_login(text, text, text, text, timestamptz) to app_login;

create function tenancy.forget_ended_logins()
    returns bigint
    language sql
    volatile
    security definer
    set search_path = pg_catalog, pg_temp
begin atomic
    with forgotten as (delete from tenancy.ended_login e where e.ended_at < now() - interval '12 hours' returning 1)
    select count(*) from forgotten;
end;
comment on function tenancy.forget_ended_logins() is
    'Deletes what can no longer matter: no login lives longer than ten hours. Takes no time from outside, so that it can never bring an ended login back.';
revoke all on function tenancy.forget_ended_logins() from public;
grant execute on function tenancy.forget_ended_logins() to app_login;

drop function tenancy.member(text, text, text, date);
create function tenancy.member(p_issuer text, p_subject text, p_alias text, p_day date, p_session text, p_issued_at timestamptz)
    returns table (login_ended boolean, tenant_id integer, user_id uuid, display_name text, clearance integer, roles text[], tenant_name text, tenant_kind text,
        written_form text)
    language plpgsql
    volatile
    security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_before text := coalesce(current_setting('app.tenant', true), '');
    v_tenant tenancy.tenant;
    v_user   uuid;
begin
    if exists (select from tenancy.ended_login e where e.issuer = p_issuer and e.session_id = p_session and e.ended_at >= p_issued_at)
        or exists (select from tenancy.ended_login e where e.issuer = p_issuer and e.subject = p_subject and e.ended_at >= p_issued_at) then
        login_ended := true;
        return next;
        return;
    end if;
    select * into v_tenant from tenancy.tenant t where t.alias = p_alias;
    select u.id into v_user from tenancy.app_user u where u.issuer = p_issuer and u.subject = p_subject and u.enabled;
    -- The tables are under forced row-level security for the owner too.
    perform set_config('app.tenant', coalesce(v_tenant.id::text, ''), true);
    return query
        select false,
               v_tenant.id,
               m.user_id,
               m.display_name,
               m.clearance::integer,
               array(select distinct g.role
                     from tenancy.role_grant g
                     where g.tenant_id = m.tenant_id and g.user_id = m.user_id
                       and g.valid_from <= p_day and (g.valid_to is null or g.valid_to >= p_day)
                     order by g.role),
               v_tenant.name,
               v_tenant.kind,
               v_tenant.written_form
        from tenancy.membership m
        where m.tenant_id = v_tenant.id and m.user_id = v_user
          and m.valid_from <= p_day and (m.valid_to is null or m.valid_to >= p_day);
    perform set_config('app.tenant', v_before, true);
end
$$;
comment on function tenancy.member(text, text, text, date, text, timestamptz) is
    'The membership of a verified login on a day, or that the login has been ended since its token was issued; no row when it is unknown or closed, or no member then. Security definer: asked before a tenant is bound.';
revoke all on function tenancy.member(text, text, text, date, text, timestamptz) from public;
grant execute on function tenancy.member(text, text, text, date, text, timestamptz) to app_login;
