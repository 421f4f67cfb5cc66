alter table participant.import_batch
    add column headers    bytea,
    add column meanings   text not null default '' check (length(meanings) <= 8000),
    add column row_count  integer not null default 0,
    add column state      text not null default 'COLUMNS' check (state in ('COLUMNS', 'PREVIEW', 'WRITING', 'DONE', 'UNDOING', 'UNDONE')),
    add column progress   integer not null default 0,
    add column steps      integer not null default 0,
    add column not_taken  integer not null default 0,
    add column undone_at  timestamptz,
    add column undone     integer not null default 0,
    add column kept       integer not null default 0,
    drop column ignored_columns;
update participant.import_batch set state = 'DONE' where confirmed_at is not null;
comment on table participant.import_batch is
    'A file that was read for import, until it is written or 24 hours old; of a written one the numbers stay, to know what is usual.';
comment on column participant.import_batch.headers is 'The headers of the file, encrypted: a file without a header line has a person there.';
comment on column participant.import_batch.meanings is 'What each column of the file fills, in order, by comma; empty = nothing.';
comment on column participant.import_batch.progress is 'Rows written, or people undone, of all the steps there are.';
create index import_batch_confirmed on participant.import_batch (tenant_id, confirmed_at);

alter table participant.import_line
    drop constraint import_line_outcome_check,
    add constraint import_line_outcome_check check (outcome in ('NEW', 'UPDATE', 'UNCHANGED', 'CONFLICT', 'ERROR', 'NEEDS_LEADER')),
    add column differences bytea,
    add column decision    text check (decision in ('OURS', 'FILE')),
    add column taken       boolean not null default false,
    add column finished    boolean not null default false,
    drop column changed;
comment on column participant.import_line.cells is 'The row as written, encrypted; null once written.';
comment on column participant.import_line.differences is 'What the row says beside what is registered, encrypted; null once written.';
comment on column participant.import_line.decision is 'What the user chose for a conflict; null = ours.';
comment on column participant.import_line.taken is 'Has been written, or was as it says.';
comment on column participant.import_line.finished is 'The job is done with the row, whatever came of it.';
create index import_line_waiting on participant.import_line (tenant_id, batch_id, line) where not finished;

create table participant.import_header (
    tenant_id  integer not null,
    hash       bytea not null,
    meaning    text,
    chosen_at  timestamptz not null,
    primary key (tenant_id, hash)
);
comment on table participant.import_header is 'What the organization takes a header to mean, by keyed hash: a file without a header line has a person there.';
comment on column participant.import_header.meaning is 'One of ImportColumn; null = the column fills nothing.';
call platform.protect('participant.import_header');

create table participant.import_written (
    tenant_id      integer not null,
    batch_id       uuid not null,
    line           integer not null,
    participant_id uuid not null,
    registered     boolean not null,
    version        bigint not null,
    written_at     timestamptz not null,
    numbers        text not null,
    undone_at      timestamptz,
    kept_why       text check (kept_why in ('CHANGED_SINCE', 'BUILT_ON')),
    primary key (tenant_id, batch_id, line),
    foreign key (tenant_id, participant_id) references participant.participant (tenant_id, id)
);
comment on table participant.import_written is
    'Which person a row of an import was written to. Stays when the rest of the import is gone: it tells facts from a file from what somebody has stated.';
comment on column participant.import_written.version is 'The person''s version afterwards: another one means that somebody has changed something since.';
comment on column participant.import_written.written_at is 'recorded_at of every fact the import wrote, and superseded_at of what it replaced.';
comment on column participant.import_written.numbers is 'Kinds of identity numbers the person got from the row, by comma.';
create index import_written_of_participant on participant.import_written (tenant_id, participant_id);
call platform.protect('participant.import_written');
