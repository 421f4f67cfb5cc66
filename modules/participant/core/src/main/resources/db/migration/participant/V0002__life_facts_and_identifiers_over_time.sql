-- Life facts: what was true of a person, from which day to which, and when we knew it. Every table is one kind of fact and has the same nine columns:
--   valid_from, valid_to   the days it was true, both included; null = from before we know, and still
--   reason                 why it was written, where somebody said so
--   recorded_at, _by       when and by whom it was written; nobody for what was registered before there was a history
--   superseded_at, _by     when and by whom the row was set aside; null = it is what we know now
--   superseded_why         CHANGED: the same goes on with another last day; CORRECTED: it was wrong; WITHDRAWN: it was never true
-- A row is written once. The application may only set the three superseded columns, and rows that are known now never overlap.

create table participant.person_name (
    tenant_id        integer not null,
    id               uuid not null,
    participant_id   uuid not null,
    given_names      text not null check (length(given_names) between 1 and 200),
    family_name      text check (length(family_name) between 1 and 200),
    valid_from       date,
    valid_to         date,
    during           daterange generated always as (daterange(valid_from, valid_to, '[]')) stored,
    reason           text check (reason in ('TYPING_ERROR', 'NEW_DOCUMENT', 'TOLD_BY_PERSON', 'TOLD_BY_AUTHORITY', 'OTHER')),
    recorded_at      timestamptz not null,
    recorded_by      uuid,
    superseded_at    timestamptz,
    superseded_by    uuid,
    superseded_why   text check (superseded_why in ('CHANGED', 'CORRECTED', 'WITHDRAWN')),
    primary key (tenant_id, id),
    foreign key (tenant_id, participant_id) references participant.participant (tenant_id, id),
    constraint name_in_order check (valid_to >= valid_from),
    constraint superseded_after_recorded check (superseded_at >= recorded_at),
    constraint superseded_for_a_reason check ((superseded_at is null) = (superseded_why is null)),
    constraint one_name_at_a_time exclude using gist (tenant_id with =, participant_id with =, during with &&)
        where (superseded_at is null) deferrable initially deferred
);
comment on table participant.person_name is 'Names of a person, each with the days it was hers. Present value copied to participant.';
create index person_name_of_participant on participant.person_name (tenant_id, participant_id);

create table participant.birth_date (
    tenant_id        integer not null,
    id               uuid not null,
    participant_id   uuid not null,
    born_on          date not null,
    valid_from       date,
    valid_to         date,
    during           daterange generated always as (daterange(valid_from, valid_to, '[]')) stored,
    reason           text check (reason in ('TYPING_ERROR', 'NEW_DOCUMENT', 'TOLD_BY_PERSON', 'TOLD_BY_AUTHORITY', 'OTHER')),
    recorded_at      timestamptz not null,
    recorded_by      uuid,
    superseded_at    timestamptz,
    superseded_by    uuid,
    superseded_why   text check (superseded_why in ('CHANGED', 'CORRECTED', 'WITHDRAWN')),
    primary key (tenant_id, id),
    foreign key (tenant_id, participant_id) references participant.participant (tenant_id, id),
    constraint birth_date_in_order check (valid_to >= valid_from),
    constraint superseded_after_recorded check (superseded_at >= recorded_at),
    constraint superseded_for_a_reason check ((superseded_at is null) = (superseded_why is null)),
    constraint one_birth_date_at_a_time exclude using gist (tenant_id with =, participant_id with =, during with &&)
        where (superseded_at is null) deferrable initially deferred
);
comment on table participant.birth_date is 'Birth dates as registered; only ever corrected, so valid_from and valid_to stay null. Present value copied to participant.';
create index birth_date_of_participant on participant.birth_date (tenant_id, participant_id);

create table participant.residence (
    tenant_id        integer not null,
    id               uuid not null,
    participant_id   uuid not null,
    municipality     text not null check (municipality ~ '^[0-9]{4}$'),
    valid_from       date,
    valid_to         date,
    during           daterange generated always as (daterange(valid_from, valid_to, '[]')) stored,
    reason           text check (reason in ('TYPING_ERROR', 'NEW_DOCUMENT', 'TOLD_BY_PERSON', 'TOLD_BY_AUTHORITY', 'OTHER')),
    recorded_at      timestamptz not null,
    recorded_by      uuid,
    superseded_at    timestamptz,
    superseded_by    uuid,
    superseded_why   text check (superseded_why in ('CHANGED', 'CORRECTED', 'WITHDRAWN')),
    primary key (tenant_id, id),
    foreign key (tenant_id, participant_id) references participant.participant (tenant_id, id),
    constraint residence_in_order check (valid_to >= valid_from),
    constraint superseded_after_recorded check (superseded_at >= recorded_at),
    constraint superseded_for_a_reason check ((superseded_at is null) = (superseded_why is null)),
    constraint one_residence_at_a_time exclude using gist (tenant_id with =, participant_id with =, during with &&)
        where (superseded_at is null) deferrable initially deferred
);
comment on table participant.residence is 'Municipality of residence (kommunenummer of that day); a row per move.';
create index residence_of_participant on participant.residence (tenant_id, participant_id);
call platform.protect('participant.residence');

create table participant.citizenship (
    tenant_id        integer not null,
    id               uuid not null,
    participant_id   uuid not null,
    country          text check (country ~ '^[A-Z]{2}$'),
    country_group    text check (country_group in ('NORDIC', 'EEA', 'OTHER')),
    valid_from       date,
    valid_to         date,
    during           daterange generated always as (daterange(valid_from, valid_to, '[]')) stored,
    reason           text check (reason in ('TYPING_ERROR', 'NEW_DOCUMENT', 'TOLD_BY_PERSON', 'TOLD_BY_AUTHORITY', 'OTHER')),
    recorded_at      timestamptz not null,
    recorded_by      uuid,
    superseded_at    timestamptz,
    superseded_by    uuid,
    superseded_why   text check (superseded_why in ('CHANGED', 'CORRECTED', 'WITHDRAWN')),
    primary key (tenant_id, id),
    foreign key (tenant_id, participant_id) references participant.participant (tenant_id, id),
    constraint citizenship_says_something check (num_nonnulls(country, country_group) > 0),
    constraint citizenship_in_order check (valid_to >= valid_from),
    constraint superseded_after_recorded check (superseded_at >= recorded_at),
    constraint superseded_for_a_reason check ((superseded_at is null) = (superseded_why is null)),
    constraint one_citizenship_at_a_time exclude using gist (tenant_id with =, participant_id with =, during with &&)
        where (superseded_at is null) deferrable initially deferred
);
comment on table participant.citizenship is 'The citizenship that counts for the right to a programme. Present value copied to participant.';
create index citizenship_of_participant on participant.citizenship (tenant_id, participant_id);

create table participant.education (
    tenant_id        integer not null,
    id               uuid not null,
    participant_id   uuid not null,
    level            text not null check (level in ('PRIMARY_NOT_COMPLETED', 'PRIMARY_COMPLETED', 'UPPER_SECONDARY', 'HIGHER_EDUCATION')),
    evidence         text check (evidence in ('SELF_DECLARED', 'COMPETENCE_MAPPING', 'DIPLOMA', 'RECOGNISED')),
    valid_from       date,
    valid_to         date,
    during           daterange generated always as (daterange(valid_from, valid_to, '[]')) stored,
    reason           text check (reason in ('TYPING_ERROR', 'NEW_DOCUMENT', 'TOLD_BY_PERSON', 'TOLD_BY_AUTHORITY', 'OTHER')),
    recorded_at      timestamptz not null,
    recorded_by      uuid,
    superseded_at    timestamptz,
    superseded_by    uuid,
    superseded_why   text check (superseded_why in ('CHANGED', 'CORRECTED', 'WITHDRAWN')),
    primary key (tenant_id, id),
    foreign key (tenant_id, participant_id) references participant.participant (tenant_id, id),
    constraint education_in_order check (valid_to >= valid_from),
    constraint superseded_after_recorded check (superseded_at >= recorded_at),
    constraint superseded_for_a_reason check ((superseded_at is null) = (superseded_why is null)),
    constraint one_education_at_a_time exclude using gist (tenant_id with =, participant_id with =, during with &&)
        where (superseded_at is null) deferrable initially deferred
);
comment on table participant.education is 'Highest completed education and what shows it. Level copied to participant.';
create index education_of_participant on participant.education (tenant_id, participant_id);

create table participant.mother_tongue (
    tenant_id        integer not null,
    id               uuid not null,
    participant_id   uuid not null,
    language         text not null check (language ~ '^[a-z]{2,3}$'),
    valid_from       date,
    valid_to         date,
    during           daterange generated always as (daterange(valid_from, valid_to, '[]')) stored,
    reason           text check (reason in ('TYPING_ERROR', 'NEW_DOCUMENT', 'TOLD_BY_PERSON', 'TOLD_BY_AUTHORITY', 'OTHER')),
    recorded_at      timestamptz not null,
    recorded_by      uuid,
    superseded_at    timestamptz,
    superseded_by    uuid,
    superseded_why   text check (superseded_why in ('CHANGED', 'CORRECTED', 'WITHDRAWN')),
    primary key (tenant_id, id),
    foreign key (tenant_id, participant_id) references participant.participant (tenant_id, id),
    constraint mother_tongue_in_order check (valid_to >= valid_from),
    constraint superseded_after_recorded check (superseded_at >= recorded_at),
    constraint superseded_for_a_reason check ((superseded_at is null) = (superseded_why is null)),
    constraint one_mother_tongue_at_a_time exclude using gist (tenant_id with =, participant_id with =, during with &&)
        where (superseded_at is null) deferrable initially deferred
);
comment on table participant.mother_tongue is 'Mother tongue, ISO 639. Present value copied to participant.';
create index mother_tongue_of_participant on participant.mother_tongue (tenant_id, participant_id);

create table participant.interpreting (
    tenant_id        integer not null,
    id               uuid not null,
    participant_id   uuid not null,
    needed           boolean not null,
    language         text check (language ~ '^[a-z]{2,3}$'),
    valid_from       date,
    valid_to         date,
    during           daterange generated always as (daterange(valid_from, valid_to, '[]')) stored,
    reason           text check (reason in ('TYPING_ERROR', 'NEW_DOCUMENT', 'TOLD_BY_PERSON', 'TOLD_BY_AUTHORITY', 'OTHER')),
    recorded_at      timestamptz not null,
    recorded_by      uuid,
    superseded_at    timestamptz,
    superseded_by    uuid,
    superseded_why   text check (superseded_why in ('CHANGED', 'CORRECTED', 'WITHDRAWN')),
    primary key (tenant_id, id),
    foreign key (tenant_id, participant_id) references participant.participant (tenant_id, id),
    constraint interpreting_language_when_needed check (needed = (language is not null)),
    constraint interpreting_in_order check (valid_to >= valid_from),
    constraint superseded_after_recorded check (superseded_at >= recorded_at),
    constraint superseded_for_a_reason check ((superseded_at is null) = (superseded_why is null)),
    constraint one_interpreting_at_a_time exclude using gist (tenant_id with =, participant_id with =, during with &&)
        where (superseded_at is null) deferrable initially deferred
);
comment on table participant.interpreting is 'Whether an interpreter is needed, and in which language. The language is copied to participant.interpreting_language.';
create index interpreting_of_participant on participant.interpreting (tenant_id, participant_id);

create table participant.written_form (
    tenant_id        integer not null,
    id               uuid not null,
    participant_id   uuid not null,
    form             text not null check (form in ('NB', 'NN')),
    valid_from       date,
    valid_to         date,
    during           daterange generated always as (daterange(valid_from, valid_to, '[]')) stored,
    reason           text check (reason in ('TYPING_ERROR', 'NEW_DOCUMENT', 'TOLD_BY_PERSON', 'TOLD_BY_AUTHORITY', 'OTHER')),
    recorded_at      timestamptz not null,
    recorded_by      uuid,
    superseded_at    timestamptz,
    superseded_by    uuid,
    superseded_why   text check (superseded_why in ('CHANGED', 'CORRECTED', 'WITHDRAWN')),
    primary key (tenant_id, id),
    foreign key (tenant_id, participant_id) references participant.participant (tenant_id, id),
    constraint written_form_in_order check (valid_to >= valid_from),
    constraint superseded_after_recorded check (superseded_at >= recorded_at),
    constraint superseded_for_a_reason check ((superseded_at is null) = (superseded_why is null)),
    constraint one_written_form_at_a_time exclude using gist (tenant_id with =, participant_id with =, during with &&)
        where (superseded_at is null) deferrable initially deferred
);
comment on table participant.written_form is 'The form of Norwegian the person reads. Present value copied to participant.';
create index written_form_of_participant on participant.written_form (tenant_id, participant_id);

create table participant.partner (
    tenant_id        integer not null,
    id               uuid not null,
    participant_id   uuid not null,
    relation         text not null check (relation in ('SPOUSE', 'COHABITANT')),
    partner_id       uuid,
    participates     boolean not null,
    lives_together   boolean not null,
    valid_from       date,
    valid_to         date,
    during           daterange generated always as (daterange(valid_from, valid_to, '[]')) stored,
    reason           text check (reason in ('TYPING_ERROR', 'NEW_DOCUMENT', 'TOLD_BY_PERSON', 'TOLD_BY_AUTHORITY', 'OTHER')),
    recorded_at      timestamptz not null,
    recorded_by      uuid,
    superseded_at    timestamptz,
    superseded_by    uuid,
    superseded_why   text check (superseded_why in ('CHANGED', 'CORRECTED', 'WITHDRAWN')),
    primary key (tenant_id, id),
    foreign key (tenant_id, participant_id) references participant.participant (tenant_id, id),
    foreign key (tenant_id, partner_id) references participant.participant (tenant_id, id),
    constraint partner_is_someone_else check (partner_id <> participant_id),
    constraint partner_in_order check (valid_to >= valid_from),
    constraint superseded_after_recorded check (superseded_at >= recorded_at),
    constraint superseded_for_a_reason check ((superseded_at is null) = (superseded_why is null)),
    constraint one_partner_at_a_time exclude using gist (tenant_id with =, participant_id with =, during with &&)
        where (superseded_at is null) deferrable initially deferred
);
comment on table participant.partner is 'Spouse or cohabitant, and whether the partner is a participant too.';
comment on column participant.partner.partner_id is 'The partner, where she is a participant of the same municipality. Told only to readers who may see her.';
create index partner_of on participant.partner (tenant_id, partner_id) where partner_id is not null;
create index partner_of_participant on participant.partner (tenant_id, participant_id);
call platform.protect('participant.partner');

create table participant.employment (
    tenant_id        integer not null,
    id               uuid not null,
    participant_id   uuid not null,
    employment_id    uuid not null,
    state            text not null check (state in ('HELD', 'OFFERED')),
    minutes_per_week integer not null check (minutes_per_week between 1 and 10080),
    valid_from       date,
    valid_to         date,
    during           daterange generated always as (daterange(valid_from, valid_to, '[]')) stored,
    reason           text check (reason in ('TYPING_ERROR', 'NEW_DOCUMENT', 'TOLD_BY_PERSON', 'TOLD_BY_AUTHORITY', 'OTHER')),
    recorded_at      timestamptz not null,
    recorded_by      uuid,
    superseded_at    timestamptz,
    superseded_by    uuid,
    superseded_why   text check (superseded_why in ('CHANGED', 'CORRECTED', 'WITHDRAWN')),
    primary key (tenant_id, id),
    foreign key (tenant_id, participant_id) references participant.participant (tenant_id, id),
    constraint employment_in_order check (valid_to >= valid_from),
    constraint superseded_after_recorded check (superseded_at >= recorded_at),
    constraint superseded_for_a_reason check ((superseded_at is null) = (superseded_why is null)),
    constraint one_employment_at_a_time exclude using gist (tenant_id with =, participant_id with =, employment_id with =, during with &&)
        where (superseded_at is null) deferrable initially deferred
);
comment on table participant.employment is 'Work held or offered. One employment_id per job; several jobs may run at once.';
create index employment_of_participant on participant.employment (tenant_id, participant_id);
call platform.protect('participant.employment');

create table participant.contact (
    tenant_id        integer not null,
    id               uuid not null,
    participant_id   uuid not null,
    channel          text not null check (channel in ('PHONE', 'EMAIL', 'ADDRESS')),
    content          text not null check (length(content) between 1 and 300),
    valid_from       date,
    valid_to         date,
    during           daterange generated always as (daterange(valid_from, valid_to, '[]')) stored,
    reason           text check (reason in ('TYPING_ERROR', 'NEW_DOCUMENT', 'TOLD_BY_PERSON', 'TOLD_BY_AUTHORITY', 'OTHER')),
    recorded_at      timestamptz not null,
    recorded_by      uuid,
    superseded_at    timestamptz,
    superseded_by    uuid,
    superseded_why   text check (superseded_why in ('CHANGED', 'CORRECTED', 'WITHDRAWN')),
    primary key (tenant_id, id),
    foreign key (tenant_id, participant_id) references participant.participant (tenant_id, id),
    constraint contact_in_order check (valid_to >= valid_from),
    constraint superseded_after_recorded check (superseded_at >= recorded_at),
    constraint superseded_for_a_reason check ((superseded_at is null) = (superseded_why is null)),
    constraint one_contact_at_a_time exclude using gist (tenant_id with =, participant_id with =, channel with =, during with &&)
        where (superseded_at is null) deferrable initially deferred
);
comment on table participant.contact is 'Telephone, e-mail and address. Never shown or written for protected people.';
create index contact_of_participant on participant.contact (tenant_id, participant_id);
call platform.protect('participant.contact');

create table participant.unaccompanied_minor (
    tenant_id        integer not null,
    id               uuid not null,
    participant_id   uuid not null,
    applies          boolean not null,
    valid_from       date,
    valid_to         date,
    during           daterange generated always as (daterange(valid_from, valid_to, '[]')) stored,
    reason           text check (reason in ('TYPING_ERROR', 'NEW_DOCUMENT', 'TOLD_BY_PERSON', 'TOLD_BY_AUTHORITY', 'OTHER')),
    recorded_at      timestamptz not null,
    recorded_by      uuid,
    superseded_at    timestamptz,
    superseded_by    uuid,
    superseded_why   text check (superseded_why in ('CHANGED', 'CORRECTED', 'WITHDRAWN')),
    primary key (tenant_id, id),
    foreign key (tenant_id, participant_id) references participant.participant (tenant_id, id),
    constraint unaccompanied_minor_in_order check (valid_to >= valid_from),
    constraint superseded_after_recorded check (superseded_at >= recorded_at),
    constraint superseded_for_a_reason check ((superseded_at is null) = (superseded_why is null)),
    constraint one_unaccompanied_minor_at_a_time exclude using gist (tenant_id with =, participant_id with =, during with &&)
        where (superseded_at is null) deferrable initially deferred
);
comment on table participant.unaccompanied_minor is 'Came as an unaccompanied minor (enslig mindreårig).';
create index unaccompanied_minor_of_participant on participant.unaccompanied_minor (tenant_id, participant_id);
call platform.protect('participant.unaccompanied_minor');

create table participant.research_reservation (
    tenant_id        integer not null,
    id               uuid not null,
    participant_id   uuid not null,
    reserved         boolean not null,
    valid_from       date,
    valid_to         date,
    during           daterange generated always as (daterange(valid_from, valid_to, '[]')) stored,
    reason           text check (reason in ('TYPING_ERROR', 'NEW_DOCUMENT', 'TOLD_BY_PERSON', 'TOLD_BY_AUTHORITY', 'OTHER')),
    recorded_at      timestamptz not null,
    recorded_by      uuid,
    superseded_at    timestamptz,
    superseded_by    uuid,
    superseded_why   text check (superseded_why in ('CHANGED', 'CORRECTED', 'WITHDRAWN')),
    primary key (tenant_id, id),
    foreign key (tenant_id, participant_id) references participant.participant (tenant_id, id),
    constraint research_reservation_in_order check (valid_to >= valid_from),
    constraint superseded_after_recorded check (superseded_at >= recorded_at),
    constraint superseded_for_a_reason check ((superseded_at is null) = (superseded_why is null)),
    constraint one_research_reservation_at_a_time exclude using gist (tenant_id with =, participant_id with =, during with &&)
        where (superseded_at is null) deferrable initially deferred
);
comment on table participant.research_reservation is 'Reserved against use of directly identifiable data in research (integreringsforskriften § 62).';
create index research_reservation_of_participant on participant.research_reservation (tenant_id, participant_id);
call platform.protect('participant.research_reservation');

-- Permit, settlement and child get the same columns.
alter table participant.permit
    add column immigration_ground text check (immigration_ground in
        ('SECTION_23', 'SECTION_25', 'SECTION_28', 'SECTION_34', 'SECTION_35', 'SECTION_38_1', 'SECTION_38_5', 'CHAPTER_6', 'SECTION_53', 'SECTION_62', 'OTHER')),
    add column renewed_on     date,
    add column expires_on     date,
    add column reason         text check (reason in ('TYPING_ERROR', 'NEW_DOCUMENT', 'TOLD_BY_PERSON', 'TOLD_BY_AUTHORITY', 'OTHER')),
    add column recorded_by    uuid,
    add column superseded_by  uuid,
    add column superseded_why text check (superseded_why in ('CHANGED', 'CORRECTED', 'WITHDRAWN')),
    add constraint permit_dates_in_order check (expires_on >= valid_from and expires_on >= renewed_on and renewed_on >= valid_from);
comment on column participant.permit.immigration_ground is 'The provision of utlendingsloven the permit was given by; null when not known.';
comment on column participant.permit.renewed_on is 'The last renewal of the same permit; null when never renewed.';
comment on column participant.permit.expires_on is 'The last day the permit covers as it is now; a renewal is a correction of these two dates.';
create index permit_of_participant on participant.permit (tenant_id, participant_id);

alter table participant.settlement
    add column reason         text check (reason in ('TYPING_ERROR', 'NEW_DOCUMENT', 'TOLD_BY_PERSON', 'TOLD_BY_AUTHORITY', 'OTHER')),
    add column recorded_by    uuid,
    add column superseded_by  uuid,
    add column superseded_why text check (superseded_why in ('CHANGED', 'CORRECTED', 'WITHDRAWN'));
create index settlement_of_participant on participant.settlement (tenant_id, participant_id);

-- The policies hold for the owner too; what is moved here is moved for everybody, so they rest while it happens.
alter table participant.participant no force row level security;
alter table participant.permit no force row level security;
alter table participant.settlement no force row level security;
alter table participant.child no force row level security;
alter table participant.identifier no force row level security;

-- Rows that were cut short got a twin with the same beginning; the others were wrong.
update participant.permit p set superseded_why =
    case when exists (select from participant.permit f where f.tenant_id = p.tenant_id and f.participant_id = p.participant_id
                      and f.recorded_at = p.superseded_at and f.basis = p.basis and f.valid_from is not distinct from p.valid_from and f.valid_to is not null)
         then 'CHANGED' else 'CORRECTED' end
where superseded_at is not null;
update participant.settlement set superseded_why = 'CORRECTED' where superseded_at is not null;
set constraints all immediate;
alter table participant.permit
    add constraint superseded_for_a_reason check ((superseded_at is null) = (superseded_why is null));
alter table participant.settlement
    add constraint superseded_for_a_reason check ((superseded_at is null) = (superseded_why is null));

alter table participant.child
    add column child_id       uuid,
    add column lives_with     text check (lives_with in ('PARTICIPANT', 'SHARED', 'OTHER_PARENT', 'OTHER')),
    add column valid_from     date,
    add column valid_to       date,
    add column during         daterange generated always as (daterange(valid_from, valid_to, '[]')) stored,
    add column reason         text check (reason in ('TYPING_ERROR', 'NEW_DOCUMENT', 'TOLD_BY_PERSON', 'TOLD_BY_AUTHORITY', 'OTHER')),
    add column recorded_at    timestamptz,
    add column recorded_by    uuid,
    add column superseded_at  timestamptz,
    add column superseded_by  uuid,
    add column superseded_why text check (superseded_why in ('CHANGED', 'CORRECTED', 'WITHDRAWN'));
update participant.child c set child_id = c.id, lives_with = 'PARTICIPANT', recorded_at = p.changed_at
from participant.participant p where p.tenant_id = c.tenant_id and p.id = c.participant_id;
alter table participant.child
    alter column child_id set not null,
    alter column lives_with set not null,
    alter column recorded_at set not null,
    add constraint child_in_order check (valid_to >= valid_from),
    add constraint superseded_after_recorded check (superseded_at >= recorded_at),
    add constraint superseded_for_a_reason check ((superseded_at is null) = (superseded_why is null)),
    add constraint one_home_at_a_time exclude using gist (tenant_id with =, participant_id with =, child_id with =, during with &&)
        where (superseded_at is null) deferrable initially deferred;
comment on table participant.child is 'Own children: birth date and whom the child lives with, kept like the other life facts. child_id is the same through all rows of one child; twins are two.';

insert into participant.person_name (tenant_id, id, participant_id, given_names, family_name, recorded_at)
select tenant_id, uuidv7(), id, given_names, family_name, changed_at from participant.participant;
insert into participant.birth_date (tenant_id, id, participant_id, born_on, recorded_at)
select tenant_id, uuidv7(), id, born_on, changed_at from participant.participant;
insert into participant.citizenship (tenant_id, id, participant_id, country, country_group, recorded_at)
select tenant_id, uuidv7(), id, citizenship, citizenship_group, changed_at from participant.participant
where citizenship is not null or citizenship_group is not null;
insert into participant.education (tenant_id, id, participant_id, level, recorded_at)
select tenant_id, uuidv7(), id, education, changed_at from participant.participant where education is not null;
insert into participant.mother_tongue (tenant_id, id, participant_id, language, recorded_at)
select tenant_id, uuidv7(), id, mother_tongue, changed_at from participant.participant where mother_tongue is not null;
insert into participant.interpreting (tenant_id, id, participant_id, needed, language, recorded_at)
select tenant_id, uuidv7(), id, true, interpreting_language, changed_at from participant.participant where interpreting_language is not null;
insert into participant.written_form (tenant_id, id, participant_id, form, recorded_at)
select tenant_id, uuidv7(), id, written_form, changed_at from participant.participant where written_form is not null;

-- These were filled first, because the policy would have held for the owner too.
call platform.protect('participant.person_name');
call platform.protect('participant.birth_date');
call platform.protect('participant.citizenship');
call platform.protect('participant.education');
call platform.protect('participant.mother_tongue');
call platform.protect('participant.interpreting');
call platform.protect('participant.written_form');

-- Identity numbers: several over time, one of each kind now, all of them found.
alter table participant.identifier drop constraint identifier_pkey;
alter table participant.identifier drop constraint identifier_tenant_id_kind_hash_key;
alter table participant.identifier
    add column id         uuid not null default uuidv7(),
    add column valid_from date,
    add column recorded_by uuid,
    add column ended_on   date,
    add column ended_at   timestamptz,
    add column ended_by   uuid,
    add column ended_why  text check (ended_why in ('NEW_NUMBER', 'NATIONAL_ID', 'MISTAKE')),
    add column reserves   boolean not null default true,
    add primary key (tenant_id, id),
    add constraint ended_for_a_reason check ((ended_at is null) = (ended_why is null)),
    add constraint ended_in_order check (ended_on >= valid_from),
    add constraint ended_after_recorded check (ended_at >= recorded_at),
    add constraint present_reserves check (ended_at is not null or reserves),
    -- checked at commit: a new number is claimed before the old one is ended
    add constraint one_of_each_kind exclude using btree (tenant_id with =, participant_id with =, kind with =)
        where (ended_at is null) deferrable initially deferred;
create unique index identifier_belongs_to_one on participant.identifier (tenant_id, kind, hash) where reserves;
create index identifier_of_participant on participant.identifier (tenant_id, participant_id);
comment on table participant.identifier is
    'Identity numbers over time, encrypted; found by keyed hash, exact match only. Never a key and never in an address. Rows are ended, not erased.';
comment on column participant.identifier.valid_from is 'The day the person got the number, where known.';
comment on column participant.identifier.ended_why is 'NEW_NUMBER: replaced by another of the same kind; NATIONAL_ID: the person got a fødselsnummer; MISTAKE: it was never hers.';
comment on column participant.identifier.reserves is
    'Nobody else can have the number. False for a mistake, and for an ended row whose number the same person has again.';

alter table participant.participant force row level security;
alter table participant.permit force row level security;
alter table participant.settlement force row level security;
alter table participant.child force row level security;
alter table participant.identifier force row level security;

alter table participant.participant
    add column unaccompanied_minor  boolean,
    add column research_reservation boolean;
comment on table participant.participant is
    'A person the municipality serves (deltaker). Names, birth date, citizenship, education, languages and the two marks are copies of what is true now in the tables of the life facts, written in the same transaction.';
comment on column participant.participant.unaccompanied_minor is 'Came as an unaccompanied minor; null when nobody has said.';
comment on column participant.participant.research_reservation is 'Reserved against research; null when nobody has said.';

-- What was known can be set aside and never rewritten.
revoke update on participant.person_name from app_rt;
grant update (superseded_at, superseded_by, superseded_why) on participant.person_name to app_rt;
revoke update on participant.birth_date from app_rt;
grant update (superseded_at, superseded_by, superseded_why) on participant.birth_date to app_rt;
revoke update on participant.residence from app_rt;
grant update (superseded_at, superseded_by, superseded_why) on participant.residence to app_rt;
revoke update on participant.citizenship from app_rt;
grant update (superseded_at, superseded_by, superseded_why) on participant.citizenship to app_rt;
revoke update on participant.education from app_rt;
grant update (superseded_at, superseded_by, superseded_why) on participant.education to app_rt;
revoke update on participant.mother_tongue from app_rt;
grant update (superseded_at, superseded_by, superseded_why) on participant.mother_tongue to app_rt;
revoke update on participant.interpreting from app_rt;
grant update (superseded_at, superseded_by, superseded_why) on participant.interpreting to app_rt;
revoke update on participant.written_form from app_rt;
grant update (superseded_at, superseded_by, superseded_why) on participant.written_form to app_rt;
revoke update on participant.partner from app_rt;
grant update (superseded_at, superseded_by, superseded_why) on participant.partner to app_rt;
revoke update on participant.employment from app_rt;
grant update (superseded_at, superseded_by, superseded_why) on participant.employment to app_rt;
revoke update on participant.contact from app_rt;
grant update (superseded_at, superseded_by, superseded_why) on participant.contact to app_rt;
revoke update on participant.unaccompanied_minor from app_rt;
grant update (superseded_at, superseded_by, superseded_why) on participant.unaccompanied_minor to app_rt;
revoke update on participant.research_reservation from app_rt;
grant update (superseded_at, superseded_by, superseded_why) on participant.research_reservation to app_rt;
revoke update on participant.permit from app_rt;
grant update (superseded_at, superseded_by, superseded_why) on participant.permit to app_rt;
revoke update on participant.settlement from app_rt;
grant update (superseded_at, superseded_by, superseded_why) on participant.settlement to app_rt;
revoke update on participant.child from app_rt;
grant update (superseded_at, superseded_by, superseded_why) on participant.child to app_rt;
revoke update on participant.identifier from app_rt;
grant update (ended_on, ended_at, ended_by, ended_why, reserves) on participant.identifier to app_rt;
