alter table registersync.owed_item drop constraint owed_item_not_required_check;
alter table registersync.owed_item add constraint owed_item_not_required_check check (not_required in ('NOT_SETTLED', 'WITHDRAWN', 'NEVER_STARTED'));
