create table platform.answered_request (
    tenant_id   integer not null,
    user_id     uuid not null,
    key         text not null check (length(key) between 1 and 100),
    fingerprint bytea not null check (octet_length(fingerprint) = 32),
    status      integer check (status between 200 and 399),
    location    text check (length(location) between 1 and 500),
    body        text check (length(body) <= 100000),
    created_at  timestamptz not null,
    primary key (tenant_id, user_id, key)
);
comment on table platform.answered_request is
    'Idempotency keys of REST callers. Written in the transaction of the effect itself, so a key is there exactly when the effect is; kept for 24 hours.';
comment on column platform.answered_request.fingerprint is 'SHA-256 of method, address and body: another request under the same key is refused.';
comment on column platform.answered_request.body is 'The answer that is repeated: ids, versions and codes; resources answer a POST with nothing else.';
call platform.protect('platform.answered_request');
