create or replace function tenancy.link_account(p_user uuid, p_subject text)
    returns boolean
    language sql
    volatile
    security definer
    set search_path = pg_catalog, pg_temp
begin atomic
    update tenancy.app_user u
    set subject = p_subject
    where u.id = p_user
      and (u.subject is null or u.subject = p_subject)
      and not exists (select from tenancy.app_user o where o.issuer = u.issuer and o.subject = p_subject and o.id <> u.id)
      and exists (select from tenancy.membership m where m.tenant_id = platform.cur_tenant() and m.user_id = p_user)
    returning true;
end;
comment on function tenancy.link_account(uuid, text) is
    'Ties the login to its sub, once; null when it is tied to another sub, the sub to another login, or it is no member of the current tenant. Security definer: see app_user.';
