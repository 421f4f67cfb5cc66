alter table platform.outbox add column enqueued_at timestamptz not null default now();
comment on column platform.outbox.enqueued_at is 'By the database''s clock, for the age of the backlog; created_at follows the application''s clock, which a demo may set.';
