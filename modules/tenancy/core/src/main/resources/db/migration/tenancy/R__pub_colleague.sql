-- What worklist and statistics may join. Version 1; columns are added, never renamed or removed.

create or replace view tenancy.pub_colleague with (security_invoker = true) as
select tenant_id, user_id, display_name from tenancy.membership;
comment on view tenancy.pub_colleague is 'Names of everyone who is or has been a user of the tenant.';
grant select on tenancy.pub_colleague to app_rt;
