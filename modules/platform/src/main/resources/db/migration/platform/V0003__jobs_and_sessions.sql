create schema jobs;
grant usage on schema jobs to app_jobs;

create table jobs.scheduled_tasks (
    task_name            text not null,
    task_instance        text not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
comment on table jobs.scheduled_tasks is 'The table of db-scheduler. Tenant-less: names of tasks, and tenant and stream of a delivery; no person.';
create index execution_time_idx on jobs.scheduled_tasks (execution_time);
create index last_heartbeat_idx on jobs.scheduled_tasks (last_heartbeat);
create index priority_execution_time_idx on jobs.scheduled_tasks (priority desc, execution_time asc);
grant select, insert, update, delete on jobs.scheduled_tasks to app_jobs;

create schema sessions;
grant usage on schema sessions to app_sessions;

-- Columns and index exactly as Open Liberty makes them itself (sessionDatabase-1.0), which it may not do here.
create table sessions.sessions (
    id              varchar(128) not null,
    propid          varchar(128) not null,
    appname         varchar(128) not null,
    listenercnt     smallint,
    lastaccess      bigint,
    creationtime    bigint,
    maxinactivetime integer,
    username        varchar(256),
    small           bytea,
    medium          bytea,
    large           bytea
);
comment on table sessions.sessions is 'HTTP sessions of Open Liberty, shared by the nodes. Tenant-less: belongs to the server; only app_sessions reads it.';
create unique index sess_index on sessions.sessions (id, propid, appname);
grant select, insert, update, delete on sessions.sessions to app_sessions;
