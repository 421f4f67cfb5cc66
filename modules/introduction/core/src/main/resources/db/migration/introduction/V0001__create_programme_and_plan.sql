grant usage on schema introduction to app_rt;

create table introduction.programme (
    tenant_id          integer not null,
    id                 uuid not null,
    participant_id     uuid not null,
    claimed_on         date,
    offer_on           date,
    decision           text check (decision in ('AWARDED', 'REFUSED')),
    decided_on         date,
    decided_by         uuid,
    reasons            text check (length(reasons) <= 4000),
    category           text check (category in ('RIGHT_AND_DUTY', 'RIGHT_ONLY', 'MAY_BE_OFFERED', 'NONE')),
    work_hours_per_week integer check (work_hours_per_week between 0 and 168),
    final_goal         text check (length(final_goal) <= 40),
    goal_reason        text check (length(goal_reason) <= 2000),
    goal_set_on        date,
    planned_start_on   date,
    started_on         date,
    maximum_months     integer check (maximum_months between 1 and 120),
    last_day           date,
    ended_on           date,
    ending_reason      text check (length(ending_reason) <= 40),
    opened_at          timestamptz not null,
    changed_at         timestamptz not null,
    version            bigint not null,
    primary key (tenant_id, id),
    constraint claim_or_offer check (claimed_on is not null or offer_on is not null),
    constraint decision_with_date check ((decision is null) = (decided_on is null)),
    constraint award_with_offer_and_goal check (decision is distinct from 'AWARDED' or (offer_on is not null and final_goal is not null)),
    constraint start_after_award check (started_on is null or decision = 'AWARDED'),
    constraint ending_with_reason check ((ended_on is null) = (ending_reason is null)),
    constraint ends_after_it_starts check (ended_on >= started_on)
);
comment on table introduction.programme is 'Introduction programme (introduksjonsprogram), integreringsloven chapter 4: claim, offer, decision, start and ending.';
comment on column introduction.programme.offer_on is 'Offer of start (tilbud om oppstart); selects the version of the rules on goal and duration.';
comment on column introduction.programme.category is 'Rights category as judged in the decision; the evaluation lies in introduction.evaluation.';
comment on column introduction.programme.goal_set_on is 'The day the final goal was decided, or changed by an approved plan.';
comment on column introduction.programme.last_day is 'Last day of the programme as computed when it was decided, started or the goal was changed; inside.';
create unique index one_open_programme_per_participant on introduction.programme (tenant_id, participant_id)
    where ended_on is null and decision is distinct from 'REFUSED';
create index programme_of_participant on introduction.programme (tenant_id, participant_id, id);
call platform.protect('introduction.programme');

create table introduction.case_file (
    tenant_id           integer not null,
    participant_id      uuid not null,
    programme_id        uuid,
    category            text check (category in ('RIGHT_AND_DUTY', 'RIGHT_ONLY', 'MAY_BE_OFFERED', 'NONE')),
    judged_on           date not null,
    decide_and_start_by date,
    category_evaluation text,
    deadline_evaluation text,
    changed_at          timestamptz not null,
    version             bigint not null,
    primary key (tenant_id, participant_id),
    foreign key (tenant_id, programme_id) references introduction.programme (tenant_id, id)
);
comment on table introduction.case_file is 'What the rules say of each participant as of judged_on, and her newest programme; computed anew at every change.';
comment on column introduction.case_file.category is 'Null when the rules cannot determine it.';
comment on column introduction.case_file.decide_and_start_by is 'Last day inside the limit of integreringsloven § 12; null when it does not run.';
comment on column introduction.case_file.category_evaluation is 'Facts, version and steps of introduction.category as JSON text.';
call platform.protect('introduction.case_file');

create table introduction.evaluation (
    tenant_id      integer not null,
    id             uuid not null,
    participant_id uuid not null,
    programme_id   uuid not null,
    plan_number    integer,
    step           text not null check (step in ('DECISION', 'START', 'PLAN')),
    rule           text not null check (length(rule) <= 60),
    rule_version   date,
    decisive_date  date,
    answer         text not null check (answer in ('YES', 'NO', 'UNDETERMINED')),
    body           text not null,
    recorded_at    timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, programme_id) references introduction.programme (tenant_id, id)
);
comment on table introduction.evaluation is 'What a rule answered when something was decided: facts, version and steps. Written once.';
comment on column introduction.evaluation.body is 'JSON text with facts, answer, values and steps; no names and no identity numbers.';
comment on column introduction.evaluation.plan_number is 'The plan version the evaluation belongs to; null for decision and start.';
create index evaluation_of_programme on introduction.evaluation (tenant_id, programme_id, id);
call platform.protect('introduction.evaluation');
revoke update, delete on introduction.evaluation from app_rt;

create table introduction.plan_draft (
    tenant_id              integer not null,
    id                     uuid not null,
    participant_id         uuid not null,
    programme_id           uuid not null,
    final_goal             text check (length(final_goal) <= 40),
    goal_reason            text check (length(goal_reason) <= 2000),
    listening              text check (length(listening) = 2),
    reading                text check (length(reading) = 2),
    writing                text check (length(writing) = 2),
    oral                   text check (length(oral) = 2),
    long_term_goal         text check (length(long_term_goal) <= 2000),
    substantial_self_study boolean not null,
    saved_at               timestamptz not null,
    version                bigint not null,
    primary key (tenant_id, id),
    unique (tenant_id, programme_id),
    foreign key (tenant_id, programme_id) references introduction.programme (tenant_id, id)
);
comment on table introduction.plan_draft is 'The one open draft of a programme''s integration plan (integreringsplan), integreringsloven § 15; gone when it is approved.';
comment on column introduction.plan_draft.listening is 'Norwegian goal (norskmål) per skill as CEFR level; null until set. The same for reading, writing and oral.';
call platform.protect('introduction.plan_draft');

create table introduction.plan_draft_element (
    tenant_id        integer not null,
    id               uuid not null,
    participant_id   uuid not null,
    draft_id         uuid not null,
    position         integer not null,
    kind             text not null check (length(kind) <= 60),
    provider         text check (length(provider) <= 200),
    from_on          date not null,
    to_on            date not null,
    minutes_per_week integer not null check (minutes_per_week between 1 and 10080),
    work_oriented    boolean not null,
    reason           text check (length(reason) <= 2000),
    version          bigint not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, draft_id) references introduction.plan_draft (tenant_id, id),
    constraint element_in_order check (to_on >= from_on)
);
comment on table introduction.plan_draft_element is 'Elements (tiltak) of a draft. The id stays the same from version to version.';
create index plan_draft_element_of_draft on introduction.plan_draft_element (tenant_id, draft_id);
call platform.protect('introduction.plan_draft_element');

create table introduction.plan_version (
    tenant_id              integer not null,
    id                     uuid not null,
    participant_id         uuid not null,
    programme_id           uuid not null,
    number                 integer not null check (number >= 1),
    approved_at            timestamptz not null,
    approved_by            uuid not null,
    final_goal             text not null check (length(final_goal) <= 40),
    goal_reason            text check (length(goal_reason) <= 2000),
    listening              text not null check (length(listening) = 2),
    reading                text not null check (length(reading) = 2),
    writing                text not null check (length(writing) = 2),
    oral                   text not null check (length(oral) = 2),
    long_term_goal         text not null check (length(long_term_goal) <= 2000),
    substantial_self_study boolean not null,
    maximum_months         integer,
    last_day               date,
    primary key (tenant_id, id),
    unique (tenant_id, programme_id, number),
    foreign key (tenant_id, programme_id) references introduction.programme (tenant_id, id)
);
comment on table introduction.plan_version is 'Approved integration plans, numbered per programme; written once (making and essentially changing a plan are appealable decisions, § 46).';
call platform.protect('introduction.plan_version');
revoke update, delete on introduction.plan_version from app_rt;

create table introduction.plan_version_element (
    tenant_id        integer not null,
    id               uuid not null,
    participant_id   uuid not null,
    plan_version_id  uuid not null,
    element_id       uuid not null,
    position         integer not null,
    kind             text not null check (length(kind) <= 60),
    provider         text check (length(provider) <= 200),
    from_on          date not null,
    to_on            date not null,
    minutes_per_week integer not null check (minutes_per_week between 1 and 10080),
    work_oriented    boolean not null,
    reason           text check (length(reason) <= 2000),
    primary key (tenant_id, id),
    foreign key (tenant_id, plan_version_id) references introduction.plan_version (tenant_id, id),
    unique (tenant_id, plan_version_id, element_id)
);
comment on table introduction.plan_version_element is 'Elements (tiltak) of an approved plan; written once.';
comment on column introduction.plan_version_element.element_id is 'The same element in every version, and in the register.';
create index plan_version_element_by_element on introduction.plan_version_element (tenant_id, element_id);
call platform.protect('introduction.plan_version_element');
revoke update, delete on introduction.plan_version_element from app_rt;
