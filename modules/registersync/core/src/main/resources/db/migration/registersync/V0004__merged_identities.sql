-- A person who was registered twice: what is owed of the merged record's programmes is owed of the surviving one, and the register is told that the two are one.
alter table registersync.owed_item drop constraint owed_item_kind_check;
alter table registersync.owed_item add constraint owed_item_kind_check check (kind in ('PERSON', 'MERGED_IDENTITY', 'PROGRAMME_OFFER', 'PROGRAMME_DECISION',
    'PROGRAMME_START', 'GOAL', 'NORWEGIAN_GOAL', 'MEASURE', 'ENDING_REASON'));
alter table registersync.owed_item drop constraint person_or_programme;
alter table registersync.owed_item add constraint person_or_programme check ((kind in ('PERSON', 'MERGED_IDENTITY')) = (programme_id is null));
alter table registersync.owed_item drop constraint owed_item_not_required_check;
alter table registersync.owed_item add constraint owed_item_not_required_check
    check (not_required in ('NOT_SETTLED', 'WITHDRAWN', 'NEVER_STARTED', 'MERGED'));
comment on column registersync.owed_item.subject_id is 'The participant, the merged record, the programme or the plan element; our key of the item at the register.';

create table registersync.item_move (
    tenant_id      integer not null,
    merge_id       uuid not null,
    item_id        uuid not null,
    participant_id uuid not null,
    from_id        uuid not null,
    moved_at       timestamptz not null,
    primary key (tenant_id, merge_id, item_id),
    foreign key (tenant_id, item_id) references registersync.owed_item (tenant_id, id)
);
comment on table registersync.item_move is 'Items that came to participant_id from a merged record; merge_id is the merge of the people.';
create index item_move_of_item on registersync.item_move (tenant_id, item_id);
call platform.protect('registersync.item_move');
revoke update, delete on registersync.item_move from app_rt;
