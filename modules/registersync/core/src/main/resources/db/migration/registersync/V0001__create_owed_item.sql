grant usage on schema registersync to app_rt;

create table registersync.owed_item (
    tenant_id        integer not null,
    id               uuid not null,
    participant_id   uuid not null,
    kind             text not null check (kind in ('PERSON', 'PROGRAMME_OFFER', 'PROGRAMME_DECISION', 'PROGRAMME_START', 'GOAL', 'NORWEGIAN_GOAL',
                         'MEASURE', 'ENDING_REASON')),
    subject_id       uuid not null,
    programme_id     uuid,
    version          bigint not null default 1 check (version > 0),
    message_key      uuid not null,
    state            text not null check (state in ('NOT_REQUIRED', 'NOT_SENT', 'PENDING', 'ACCEPTED', 'REFUSED')),
    not_required     text check (not_required in ('NOT_SETTLED', 'WITHDRAWN')),
    known_on         date not null,
    register_by      date,
    deadline         jsonb,
    accepted_version bigint,
    accepted_at      timestamptz,
    receipt          text check (length(receipt) between 1 and 100),
    held_version     bigint not null default 0,
    refusal_code     text check (length(refusal_code) between 1 and 40),
    refusal_field    text check (length(refusal_field) between 1 and 60),
    changed_at       timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, participant_id, kind, subject_id),
    constraint person_or_programme check ((kind = 'PERSON') = (programme_id is null)),
    constraint refused_with_code check ((state = 'REFUSED') = (refusal_code is not null)),
    constraint not_required_with_reason check ((state = 'NOT_REQUIRED') = (not_required is not null)),
    constraint accepted_with_receipt check ((accepted_version is null) = (receipt is null) and (accepted_version is null) = (accepted_at is null))
);
comment on table registersync.owed_item is
    'What is owed to the national register per item (integreringsforskriften §§ 46, 52 and 58), and what the register answered. No facts about the person: the message is built when it is sent.';
comment on column registersync.owed_item.subject_id is 'The participant, the programme or the plan element; our key of the item at the register.';
comment on column registersync.owed_item.version is 'Counts the changes the register must hear of.';
comment on column registersync.owed_item.message_key is 'Idempotency key at the register, new with each version: all attempts at one version have it.';
comment on column registersync.owed_item.known_on is 'The day the information existed; the earliest one while the register has not accepted it.';
comment on column registersync.owed_item.register_by is 'Last day inside the limit, computed by the rule register.deadline.';
comment on column registersync.owed_item.deadline is 'The stored evaluation of register.deadline.';
comment on column registersync.owed_item.held_version is 'A version the register said it holds although we never got a receipt; the next change starts above it.';
create index owed_item_open on registersync.owed_item (tenant_id, register_by) where state in ('NOT_SENT', 'PENDING', 'REFUSED');
call platform.protect('registersync.owed_item');
revoke delete on registersync.owed_item from app_rt;
