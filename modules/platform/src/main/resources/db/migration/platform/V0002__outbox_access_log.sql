create table platform.stream (
    tenant_id         integer not null,
    id                uuid not null,
    last_seq          bigint not null,
    delivered_seq     bigint not null default 0,
    oldest_pending_at timestamptz,
    next_attempt_at   timestamptz not null,
    failures          integer not null default 0,
    parked_code       text check (length(parked_code) between 1 and 100),
    parked_at         timestamptz,
    primary key (tenant_id, id),
    constraint nothing_delivered_before_it_was_written check (delivered_seq <= last_seq),
    constraint parked_with_code check ((parked_code is null) = (parked_at is null))
);
comment on table platform.stream is
    'What must be delivered in order (normally one participant), and how far delivery has come. The row lock makes the order of numbers the order of commits.';
comment on column platform.stream.oldest_pending_at is 'When the oldest undelivered row was written; null when nothing is pending.';
comment on column platform.stream.next_attempt_at is 'Not to be tried before.';
comment on column platform.stream.failures is 'Attempts in a row that delivered nothing; drives the backoff.';
comment on column platform.stream.parked_code is 'Code of the refusal this stream waits with, until its next row is written.';
create index stream_pending on platform.stream (next_attempt_at) include (tenant_id, id) where delivered_seq < last_seq and parked_code is null;
create index stream_backlog on platform.stream (oldest_pending_at) where delivered_seq < last_seq;
call platform.protect('platform.stream');

-- The job role lists what is due in every tenant: ids and numbers, no person.
create policy jobs on platform.stream for select to app_jobs using (true);
grant select on platform.stream to app_jobs;

create table platform.outbox (
    tenant_id    integer not null,
    id           uuid not null,
    stream_id    uuid not null,
    seq          bigint not null,
    kind         text not null check (kind ~ '^[a-z-]+\.[a-z-]+\.v[0-9]+$'),
    ids          jsonb not null,
    created_at   timestamptz not null,
    attempts     integer not null default 0,
    attempted_at timestamptz,
    delivered_at timestamptz,
    primary key (tenant_id, id),
    unique (tenant_id, stream_id, seq),
    foreign key (tenant_id, stream_id) references platform.stream (tenant_id, id)
);
comment on table platform.outbox is
    'What must happen outside the process although it may crash; written by the business transaction, delivered in order per stream.';
comment on column platform.outbox.id is 'Stable across attempts: the idempotency key of the receiver.';
comment on column platform.outbox.ids is 'Ids, versions and codes only; the message is built from current data when it is sent.';
create index outbox_pending on platform.outbox (tenant_id, stream_id, seq) where delivered_at is null;
call platform.protect('platform.outbox');

create table platform.access_log (
    tenant_id      integer not null,
    id             uuid not null,
    at             timestamptz not null,
    user_id        uuid not null,
    role           text not null,
    participant_id uuid not null,
    purpose        text not null check (length(purpose) between 1 and 40),
    request_id     text check (length(request_id) between 1 and 64),
    primary key (tenant_id, id)
);
comment on table platform.access_log is
    'Who has seen which participant (innsynslogg), written in the reader''s own transaction. The application may insert and never read, change or delete.';
comment on column platform.access_log.role is 'The roles the reader held at that moment.';
create index access_log_of_participant on platform.access_log (tenant_id, participant_id, at);
call platform.protect('platform.access_log');
revoke select, update, delete on platform.access_log from app_rt;
