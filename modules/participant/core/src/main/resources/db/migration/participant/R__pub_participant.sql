-- What worklist and statistics may join. Version 4; columns are added, never renamed or removed.

create or replace view participant.pub_participant with (security_invoker = true) as
select p.tenant_id,
       p.id as participant_id,
       p.given_names,
       p.family_name,
       p.sort_name,
       p.born_on,
       permit.basis as permit_basis,
       permit.valid_from as permit_granted_on,
       settlement.valid_from as settled_on,
       coalesce(settlement.by_agreement, false) as settled_by_agreement,
       p.education,
       p.mother_tongue,
       p.interpreting_language,
       p.written_form,
       p.changed_at,
       p.citizenship,
       p.unaccompanied_minor,
       p.research_reservation,
       permit.expires_on as permit_expires_on
from participant.participant p
left join participant.permit permit
    on permit.tenant_id = p.tenant_id and permit.participant_id = p.id
    and permit.superseded_at is null and permit.valid_to is null
left join participant.settlement settlement
    on settlement.tenant_id = p.tenant_id and settlement.participant_id = p.id
    and settlement.superseded_at is null and settlement.valid_to is null
where p.merged_into is null;
comment on view participant.pub_participant is 'Participants with what is true of them now, as far as the reader''s clearance goes; a record that was merged into another is not in it.';
grant select on participant.pub_participant to app_rt;

create or replace view participant.pub_person with (security_invoker = true) as
select tenant_id, id as participant_id, sort_name, born_on, education, mother_tongue, changed_at from participant.participant
where merged_into is null;
comment on view participant.pub_person is 'Participants without what lies in tables of its own: for lists that go through everyone.';
grant select on participant.pub_person to app_rt;

create or replace view participant.pub_settled_person with (security_invoker = true) as
select p.tenant_id, p.id as participant_id, p.sort_name, p.born_on, p.education, p.mother_tongue, p.changed_at, settlement.valid_from as settled_on
from participant.participant p
left join participant.settlement settlement
    on settlement.tenant_id = p.tenant_id and settlement.participant_id = p.id
    and settlement.superseded_at is null and settlement.valid_to is null
where p.merged_into is null;
comment on view participant.pub_settled_person is 'The same people with the day they settled and nothing else.';
grant select on participant.pub_settled_person to app_rt;

create or replace view participant.pub_name_token with (security_invoker = true) as
select tenant_id, participant_id, token from participant.name_token;
comment on view participant.pub_name_token is 'Words of names in Latin letters, for prefix search.';
grant select on participant.pub_name_token to app_rt;

create or replace view participant.pub_identifier with (security_invoker = true) as
select tenant_id, participant_id, kind, hash, ended_at is null as counts_now from participant.identifier where reserves;
comment on view participant.pub_identifier is 'Keyed hashes of the identity numbers people have or had, for exact search; a number belongs to one person.';
grant select on participant.pub_identifier to app_rt;

create or replace view participant.pub_assignment with (security_invoker = true) as
select tenant_id, participant_id, part, user_id, office_id, valid_from, valid_to from participant.assignment where superseded_at is null;
comment on view participant.pub_assignment is 'Advisers and substitutes as far as we know now, also of days gone and days to come; no row on a day = nobody.';
grant select on participant.pub_assignment to app_rt;
