-- Who follows up whom: adviser and substitute per participant, from day to day, both included. Written once; what is no longer so is set aside and
-- the remaining days are written anew, so that it can be told who had the case on a day and when we knew it.

create table participant.assignment (
    tenant_id       integer not null,
    id              uuid not null,
    participant_id  uuid not null,
    part            text not null check (part in ('ADVISER', 'SUBSTITUTE')),
    user_id         uuid not null,
    office_id       uuid not null,
    valid_from      date not null,
    valid_to        date,
    during          daterange generated always as (daterange(valid_from, valid_to, '[]')) stored,
    reassignment_id uuid,
    recorded_at     timestamptz not null,
    recorded_by     uuid not null,
    superseded_at   timestamptz,
    superseded_by   uuid,
    superseded_in   uuid,
    primary key (tenant_id, id),
    foreign key (tenant_id, participant_id) references participant.participant (tenant_id, id),
    constraint assignment_in_order check (valid_to >= valid_from),
    constraint superseded_after_recorded check (superseded_at >= recorded_at),
    constraint one_of_each_part_at_a_time exclude using gist (tenant_id with =, participant_id with =, part with =, during with &&)
        where (superseded_at is null)
);
comment on table participant.assignment is 'Adviser (veileder) and substitute (vikar) of a participant. No row on a day means that nobody has the case.';
comment on column participant.assignment.valid_to is 'Last day; null until somebody ends it.';
comment on column participant.assignment.reassignment_id is 'The reassignment of many that wrote the row; null when one person was assigned.';
comment on column participant.assignment.superseded_in is 'The reassignment of many that set the row aside.';
create index assignment_of_participant on participant.assignment (tenant_id, participant_id) where superseded_at is null;
create index assignment_of_user on participant.assignment (tenant_id, user_id, participant_id) where superseded_at is null;
create index assignment_of_office on participant.assignment (tenant_id, office_id, participant_id) where superseded_at is null;
create index assignment_by_reassignment on participant.assignment (tenant_id, superseded_in, participant_id) where superseded_in is not null;
call platform.protect('participant.assignment');
revoke update on participant.assignment from app_rt;
grant update (superseded_at, superseded_by, superseded_in) on participant.assignment to app_rt;

create table participant.reassignment (
    tenant_id    integer not null,
    id           uuid not null,
    user_id      uuid not null,
    part         text not null check (part in ('ADVISER', 'SUBSTITUTE')),
    valid_from   date not null,
    state        text not null check (state in ('PREVIEW', 'RUNNING', 'DONE', 'UNDOING', 'UNDONE')),
    created_at   timestamptz not null,
    confirmed_at timestamptz,
    done_at      timestamptz,
    undone_at    timestamptz,
    primary key (tenant_id, id)
);
comment on table participant.reassignment is 'Participants given to other advisers at once: a preview until it is confirmed, then a job, then a receipt.';
create index reassignment_by_time on participant.reassignment (tenant_id, created_at);
call platform.protect('participant.reassignment');

create table participant.reassignment_line (
    tenant_id       integer not null,
    reassignment_id uuid not null,
    participant_id  uuid not null,
    place           integer not null,
    from_user       uuid,
    to_user         uuid,
    to_office       uuid,
    outcome         text not null check (outcome in ('PLANNED', 'SKIPPED', 'DONE', 'UNDONE', 'KEPT')),
    reason          text check (reason in ('ALREADY', 'NO_CLEARANCE', 'SAME_PERSON', 'CHANGED_MEANWHILE', 'RECEIVER_GONE')),
    seen_version    bigint not null,
    primary key (tenant_id, reassignment_id, participant_id),
    foreign key (tenant_id, reassignment_id) references participant.reassignment (tenant_id, id)
);
comment on table participant.reassignment_line is 'One participant of a reassignment: who had the case, who gets it, and what came of it.';
comment on column participant.reassignment_line.to_user is 'Who gets the case; null where nobody is to have it, and where the line is skipped.';
comment on column participant.reassignment_line.seen_version is 'Version of the participant''s assignments: at the preview, and after the job once it is done.';
create index reassignment_line_by_place on participant.reassignment_line (tenant_id, reassignment_id, place);
call platform.protect('participant.reassignment_line');

create index participant_by_change on participant.participant (tenant_id, changed_at, id);
