grant usage on schema worklist to app_rt;

create table worklist.saved_view (
    tenant_id  integer not null,
    id         uuid not null,
    user_id    uuid not null,
    name       text not null check (length(name) between 1 and 60),
    query      text not null check (length(query) <= 1000),
    created_at timestamptz not null,
    changed_at timestamptz not null,
    version    bigint not null,
    primary key (tenant_id, id),
    unique (tenant_id, user_id, name)
);
comment on table worklist.saved_view is 'A list of participants as its user wants it: filters, order, columns and density under a name of her own.';
comment on column worklist.saved_view.query is 'The parameters of the address: codes and ids only, never a search word or a position.';
call platform.protect('worklist.saved_view');

create table worklist.tenant_setting (
    tenant_id      integer not null,
    untouched_days integer not null check (untouched_days between 7 and 730),
    changed_at     timestamptz not null,
    changed_by     uuid not null,
    version        bigint not null,
    primary key (tenant_id)
);
comment on table worklist.tenant_setting is 'What a tenant has decided for its lists; no row = as delivered (60 days).';
comment on column worklist.tenant_setting.untouched_days is 'A participant is untouched when nothing was changed, no plan version approved and no register item changed for so many days.';
call platform.protect('worklist.tenant_setting');
