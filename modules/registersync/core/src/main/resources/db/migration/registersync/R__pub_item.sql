-- Published to worklist and statistics, version 1: items that are or were owed; what is not required is not in it.
create or replace view registersync.pub_item with (security_invoker = true) as
select i.tenant_id,
       i.participant_id,
       i.id as item_id,
       i.kind,
       i.subject_id,
       i.state,
       i.refusal_code,
       i.refusal_field,
       i.known_on,
       i.register_by,
       i.accepted_at,
       i.changed_at
from registersync.owed_item i
where i.state <> 'NOT_REQUIRED';
comment on view registersync.pub_item is 'Items owed to the national register and its answers, one row per item. Read by worklist and statistics only.';
grant select on registersync.pub_item to app_rt;
