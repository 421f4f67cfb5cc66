alter table registersync.owed_item add column told_at timestamptz;
comment on column registersync.owed_item.told_at is
    'When we first tried to tell the register of the item. Its answer may be lost: what is taken back after that must be withdrawn there.';
update registersync.owed_item set told_at = accepted_at where accepted_at is not null;
