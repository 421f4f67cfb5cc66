-- Who may be registered twice, and two records that became one. The facts of a merged record stay where they are: what is chosen from it is written anew on
-- the surviving one, so that a merge neither loses nor rewrites anything. Identity numbers move, because a number finds the person who has it now.

alter table participant.participant
    add column merged_into uuid,
    add constraint merged_into_somebody_else check (merged_into <> id),
    add foreign key (tenant_id, merged_into) references participant.participant (tenant_id, id);
comment on column participant.participant.merged_into is
    'The record that stands for this one now, through all merges; null for everybody who stands for herself. Such a record is in no list and is not changed.';
create index participant_merged_into on participant.participant (tenant_id, merged_into) where merged_into is not null;

create table participant.merge (
    tenant_id           integer not null,
    id                  uuid not null,
    participant_id      uuid not null,
    merged_id           uuid not null,
    merged_at           timestamptz not null,
    merged_by           uuid not null,
    undo_until          timestamptz not null,
    assignments_version bigint not null,
    undone_at           timestamptz,
    undone_by           uuid,
    primary key (tenant_id, id),
    foreign key (tenant_id, participant_id) references participant.participant (tenant_id, id),
    foreign key (tenant_id, merged_id) references participant.participant (tenant_id, id),
    constraint merge_of_two check (participant_id <> merged_id),
    constraint undone_by_somebody check ((undone_at is null) = (undone_by is null))
);
comment on table participant.merge is 'A merge (sammenslåing): merged_id leads to participant_id from merged_at until it is undone.';
comment on column participant.merge.assignments_version is 'Version of the surviving record''s assignments after the merge.';
create unique index one_standing_merge on participant.merge (tenant_id, merged_id) where undone_at is null;
create index merge_of_surviving on participant.merge (tenant_id, participant_id, merged_at);
call platform.protect('participant.merge');
revoke update, delete on participant.merge from app_rt;
grant update (undone_at, undone_by) on participant.merge to app_rt;

create table participant.merge_row (
    tenant_id      integer not null,
    merge_id       uuid not null,
    participant_id uuid not null,
    row_id         uuid not null,
    what           text not null check (what in ('FACT_WRITTEN', 'FACT_SET_ASIDE', 'NUMBER_MOVED', 'NUMBER_ENDED')),
    primary key (tenant_id, merge_id, row_id, what),
    foreign key (tenant_id, merge_id) references participant.merge (tenant_id, id)
);
comment on table participant.merge_row is 'What a merge did to rows of facts and numbers, so that it can be told and undone.';
call platform.protect('participant.merge_row');
revoke update, delete on participant.merge_row from app_rt;

create table participant.duplicate_pair (
    tenant_id      integer not null,
    id             uuid not null,
    participant_id uuid not null,
    other_id       uuid not null,
    score          integer not null check (score between 0 and 200),
    reasons        text not null check (length(reasons) <= 200),
    found_at       timestamptz not null,
    proposed_at    timestamptz,
    proposed_by    uuid,
    dismissed_at   timestamptz,
    dismissed_by   uuid,
    primary key (tenant_id, id),
    unique (tenant_id, participant_id, other_id),
    foreign key (tenant_id, participant_id) references participant.participant (tenant_id, id) on delete cascade,
    foreign key (tenant_id, other_id) references participant.participant (tenant_id, id) on delete cascade,
    constraint pair_in_order check (participant_id < other_id),
    constraint proposed_by_somebody check ((proposed_at is null) = (proposed_by is null)),
    constraint dismissed_by_somebody check ((dismissed_at is null) = (dismissed_by is null))
);
comment on table participant.duplicate_pair is
    'Two records that may be of one person (mulig dobbeltregistrering). Read only together with both people, so that a row is hidden when either of them is.';
create index duplicate_pair_open on participant.duplicate_pair (tenant_id, (proposed_at is not null) desc, score desc, id) where dismissed_at is null;
create index duplicate_pair_of_other on participant.duplicate_pair (tenant_id, other_id);
call platform.protect('participant.duplicate_pair');

create table participant.duplicate_check (
    tenant_id      integer not null,
    participant_id uuid not null,
    primary key (tenant_id, participant_id),
    foreign key (tenant_id, participant_id) references participant.participant (tenant_id, id) on delete cascade
);
comment on table participant.duplicate_check is 'People for whom duplicates are to be looked for; a job takes them away.';
call platform.protect('participant.duplicate_check');

create table participant.duplicate_fill (
    tenant_id   integer not null primary key,
    asked_at    timestamptz not null,
    enqueued_at timestamptz
);
comment on table participant.duplicate_fill is 'When somebody first asked for the duplicates of a tenant, and when the job put everybody in it into duplicate_check.';
call platform.protect('participant.duplicate_fill');

-- A number follows the person to the surviving record and back.
grant update (participant_id) on participant.identifier to app_rt;
create index identifier_by_mistake on participant.identifier (tenant_id, kind, hash) where not reserves;
