-- What worklist and statistics may join. Version 2; columns are added, never renamed or removed.

create or replace view introduction.pub_programme with (security_invoker = true) as
select c.tenant_id,
       c.participant_id,
       p.id as programme_id,
       case
           when p.ended_on is not null then 'ENDED'
           when p.started_on is not null then 'IN_PROGRAMME'
           when p.decision = 'REFUSED' then 'REFUSED'
           when p.decision = 'AWARDED' then 'DECIDED'
           else 'BEFORE_DECISION'
       end as phase,
       p.claimed_on,
       p.offer_on,
       p.decided_on,
       p.decision,
       p.started_on,
       p.last_day,
       p.maximum_months,
       p.ended_on,
       p.ending_reason,
       p.final_goal,
       c.decide_and_start_by,
       coalesce(p.category, c.category) as category,
       (select max(v.number) from introduction.plan_version v where v.tenant_id = p.tenant_id and v.programme_id = p.id) as plan_version,
       exists (select from introduction.plan_draft d where d.tenant_id = p.tenant_id and d.programme_id = p.id) as has_draft,
       greatest(c.changed_at, p.changed_at) as changed_at,
       (select max(v.approved_at) from introduction.plan_version v where v.tenant_id = p.tenant_id and v.programme_id = p.id) as plan_approved_at
from introduction.case_file c
left join introduction.programme p on p.tenant_id = c.tenant_id and p.id = c.programme_id and p.participant_id = c.participant_id
where p.id is not null or c.category is distinct from 'NONE';
comment on view introduction.pub_programme is
    'One row per participant in the target group, or whose category nobody can determine yet, with her newest programme; programme_id is null before the first claim or offer.';
grant select on introduction.pub_programme to app_rt;
