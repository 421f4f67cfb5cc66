grant usage on schema participant to app_rt;

create table participant.participant (
    tenant_id             integer not null,
    id                    uuid not null,
    given_names           text not null check (length(given_names) between 1 and 200),
    family_name           text check (length(family_name) between 1 and 200),
    sort_name             text collate "C" not null,
    born_on               date not null,
    citizenship           text check (citizenship ~ '^[A-Z]{2}$'),
    citizenship_group     text check (citizenship_group in ('NORDIC', 'EEA', 'OTHER')),
    education             text check (education in ('PRIMARY_NOT_COMPLETED', 'PRIMARY_COMPLETED', 'UPPER_SECONDARY', 'HIGHER_EDUCATION')),
    mother_tongue         text check (mother_tongue ~ '^[a-z]{2,3}$'),
    interpreting_language text check (interpreting_language ~ '^[a-z]{2,3}$'),
    written_form          text check (written_form in ('NB', 'NN')),
    version               bigint not null,
    created_at            timestamptz not null,
    changed_at            timestamptz not null,
    primary key (tenant_id, id)
);
comment on table participant.participant is 'A person the municipality serves (deltaker). What has a history of its own stands in permit and settlement.';
comment on column participant.participant.sort_name is 'Latin letters in Norwegian order when sorted by code point: æ ø å are written { | }. Made by NameTokens.sortKey.';
comment on column participant.participant.interpreting_language is 'ISO 639; null when no interpreter is needed.';
comment on column participant.participant.written_form is 'The form of Norwegian the person reads; null = that of the tenant.';
create index participant_by_name on participant.participant (tenant_id, sort_name, id);
create index participant_by_birth_date on participant.participant (tenant_id, born_on);
call platform.protect('participant.participant', 'id');

create table participant.identifier (
    tenant_id      integer not null,
    participant_id uuid not null,
    kind           text not null check (kind in ('NATIONAL_ID', 'D_NUMBER', 'DUF_NUMBER')),
    sealed         bytea not null,
    hash           bytea not null,
    recorded_at    timestamptz not null,
    primary key (tenant_id, participant_id, kind),
    unique (tenant_id, kind, hash),
    -- checked at commit: numbers are claimed before the person is written, because the unique index is what decides
    foreign key (tenant_id, participant_id) references participant.participant (tenant_id, id) deferrable initially deferred
);
comment on table participant.identifier is 'Identity numbers, encrypted; found by keyed hash, exact match only. Never a key and never in an address.';
call platform.protect('participant.identifier');

create table participant.name_token (
    tenant_id      integer not null,
    participant_id uuid not null,
    token          text collate "C" not null check (length(token) between 1 and 100),
    primary key (tenant_id, participant_id, token),
    foreign key (tenant_id, participant_id) references participant.participant (tenant_id, id)
);
comment on table participant.name_token is 'One row per word of the name, normalised and in Latin letters; searched by prefix (^@).';
create index name_token_by_prefix on participant.name_token (tenant_id, token, participant_id);
call platform.protect('participant.name_token');

create table participant.permit (
    tenant_id             integer not null,
    id                    uuid not null,
    participant_id        uuid not null,
    basis                 text not null check (basis in ('A', 'B', 'C', 'D', 'E', 'F', 'G', 'FAMILY_OTHER', 'OTHER')),
    follows_family_permit boolean not null,
    valid_from            date,
    valid_to              date,
    during                daterange generated always as (daterange(valid_from, valid_to, '[]')) stored,
    recorded_at           timestamptz not null,
    superseded_at         timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, participant_id) references participant.participant (tenant_id, id),
    constraint permit_in_order check (valid_to >= valid_from),
    constraint superseded_after_recorded check (superseded_at >= recorded_at),
    constraint one_permit_at_a_time exclude using gist (tenant_id with =, participant_id with =, during with &&)
        where (superseded_at is null) deferrable initially deferred
);
comment on table participant.permit is 'Residence permits: what was true when (valid), and when we knew it (recorded, superseded). A row is never changed but for superseded_at.';
comment on column participant.permit.basis is 'Letter of integreringsloven § 9, or what lies outside it.';
comment on column participant.permit.valid_from is 'The day the permit was granted; null when not known.';
comment on column participant.permit.valid_to is 'Last day before the next permit; null for the present one.';
create index permit_now on participant.permit (tenant_id, participant_id) where superseded_at is null and valid_to is null;
call platform.protect('participant.permit');

create table participant.settlement (
    tenant_id      integer not null,
    id             uuid not null,
    participant_id uuid not null,
    by_agreement   boolean not null,
    valid_from     date,
    valid_to       date,
    during         daterange generated always as (daterange(valid_from, valid_to, '[]')) stored,
    recorded_at    timestamptz not null,
    superseded_at  timestamptz,
    primary key (tenant_id, id),
    foreign key (tenant_id, participant_id) references participant.participant (tenant_id, id),
    constraint settlement_in_order check (valid_to >= valid_from),
    constraint superseded_after_recorded check (superseded_at >= recorded_at),
    constraint one_settlement_at_a_time exclude using gist (tenant_id with =, participant_id with =, during with &&)
        where (superseded_at is null) deferrable initially deferred
);
comment on table participant.settlement is 'First settlement in a municipality (bosetting); kept like permit. Every change so far is a correction.';
comment on column participant.settlement.valid_from is 'The day of settlement; null when agreed and not yet carried out.';
create index settlement_now on participant.settlement (tenant_id, participant_id) where superseded_at is null and valid_to is null;
call platform.protect('participant.settlement');

create table participant.child (
    tenant_id      integer not null,
    id             uuid not null,
    participant_id uuid not null,
    born_on        date not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, participant_id) references participant.participant (tenant_id, id)
);
comment on table participant.child is 'Birth dates of own children who live with the participant.';
create index child_of_participant on participant.child (tenant_id, participant_id);
call platform.protect('participant.child');

create table participant.import_batch (
    tenant_id       integer not null,
    id              uuid not null,
    user_id         uuid not null,
    ignored_columns text not null check (length(ignored_columns) <= 4000),
    created_at      timestamptz not null,
    expires_at      timestamptz not null,
    confirmed_at    timestamptz,
    registered      integer not null default 0,
    updated         integer not null default 0,
    unchanged       integer not null default 0,
    version         bigint not null,
    primary key (tenant_id, id)
);
comment on table participant.import_batch is 'A file that was read for import: a preview until it is confirmed, a receipt afterwards. Deleted 24 hours after it was read.';
create index import_batch_by_expiry on participant.import_batch (tenant_id, expires_at);
call platform.protect('participant.import_batch');

create table participant.import_line (
    tenant_id    integer not null,
    batch_id     uuid not null,
    line         integer not null,
    cells        bytea,
    outcome      text not null check (outcome in ('NEW', 'UPDATE', 'UNCHANGED', 'ERROR', 'NEEDS_LEADER')),
    reasons      text not null check (length(reasons) <= 1000),
    changed      text not null check (length(changed) <= 1000),
    seen_version bigint,
    primary key (tenant_id, batch_id, line),
    foreign key (tenant_id, batch_id) references participant.import_batch (tenant_id, id) on delete cascade
);
comment on table participant.import_line is 'One row of the file and what would come of it. Has no participant_id, so that what it matches cannot be read from it.';
comment on column participant.import_line.cells is 'The row as written, encrypted; null once confirmed.';
comment on column participant.import_line.seen_version is 'Version of the matching person when the preview was made.';
call platform.protect('participant.import_line');
