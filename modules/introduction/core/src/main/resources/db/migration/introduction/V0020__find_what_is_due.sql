-- Few of all the programmes and cases are open; lists by deadline read these alone.
create index programme_running on introduction.programme (tenant_id, last_day, participant_id) where started_on is not null and ended_on is null;
create index case_file_with_deadline on introduction.case_file (tenant_id, decide_and_start_by, participant_id) where decide_and_start_by is not null;
