-- When two records of one person become one, her programmes with everything decided in them follow the surviving record. Whose they are is
-- the only thing that changes: what was decided, and on which facts, stays as it was written.
create table introduction.programme_move (
    tenant_id         integer not null,
    merge_id          uuid not null,
    programme_id      uuid not null,
    participant_id    uuid not null,
    from_id           uuid not null,
    moved_at          timestamptz not null,
    programme_version bigint not null,
    undone_at         timestamptz,
    primary key (tenant_id, merge_id, programme_id),
    foreign key (tenant_id, programme_id) references introduction.programme (tenant_id, id)
);
comment on table introduction.programme_move is 'Programmes that came to participant_id from a merged record, and back; merge_id is the merge of the people.';
comment on column introduction.programme_move.programme_version is 'Version of the programme after the move: a higher one means that something was built on it.';
create index programme_move_of_programme on introduction.programme_move (tenant_id, programme_id);
call platform.protect('introduction.programme_move');
revoke update, delete on introduction.programme_move from app_rt;
grant update (undone_at) on introduction.programme_move to app_rt;

grant update (participant_id) on introduction.evaluation to app_rt;
grant update (participant_id) on introduction.plan_version to app_rt;
grant update (participant_id) on introduction.plan_version_element to app_rt;
