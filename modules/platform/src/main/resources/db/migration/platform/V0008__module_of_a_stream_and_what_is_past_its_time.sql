alter table platform.stream add column module text check (module ~ '^[a-z-]+$');
comment on column platform.stream.module is 'The module that delivers this stream, the first part of the kind of its rows; the backlog is counted by it.';
update platform.stream s set module =
    (select split_part(o.kind, '.', 1) from platform.outbox o where o.tenant_id = s.tenant_id and o.stream_id = s.id order by o.seq limit 1);

create index outbox_delivered on platform.outbox (tenant_id, delivered_at) where delivered_at is not null;
create index answered_request_age on platform.answered_request (tenant_id, created_at);
