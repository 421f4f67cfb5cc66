-- Lists by register state ask for the people and nothing else.
create index owed_item_by_state on registersync.owed_item (tenant_id, state, participant_id);
