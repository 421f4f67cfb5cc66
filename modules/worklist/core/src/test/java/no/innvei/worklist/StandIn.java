package no.innvei.worklist;

import no.innvei.testkit.EmbeddedDatabase;

/** The published views as tables, until their owners publish them. */
final class StandIn {

    static void create(EmbeddedDatabase database) throws Exception {
        EmbeddedDatabase.inTransaction(database.owner(), connection -> {
            try (var statement = connection.createStatement()) {
                return statement.execute("""
                        create schema participant; create schema introduction; create schema registersync;
                        grant usage on schema participant, introduction, registersync to app_rt;
                        create table participant.pub_participant(tenant_id int not null, participant_id uuid not null, given_names text not null, family_name text,
                          sort_name text collate "C" not null, born_on date, permit_basis text, permit_granted_on date, settled_on date, settled_by_agreement boolean, education text,
                          mother_tongue text, interpreting_language text, written_form text, changed_at timestamptz, primary key (tenant_id, participant_id));
                        create table participant.pub_name_token(tenant_id int not null, participant_id uuid not null, token text collate "C" not null);
                        create table participant.pub_identifier(tenant_id int not null, participant_id uuid not null, kind text, hash bytea);
                        create table introduction.pub_programme(tenant_id int not null, participant_id uuid not null, programme_id uuid, phase text, claimed_on date, offer_on date,
                          decided_on date, decision text, started_on date, last_day date, maximum_months int, ended_on date, ending_reason text, final_goal text, decide_and_start_by date,
                          category text, plan_version int, has_draft boolean, changed_at timestamptz);
                        create table registersync.pub_item(tenant_id int not null, participant_id uuid not null, item_id uuid, kind text, subject_id uuid, state text, refusal_code text,
                          refusal_field text, known_on date, register_by date, accepted_at timestamptz, changed_at timestamptz);
                        call platform.protect('participant.pub_participant');
                        call platform.protect('participant.pub_name_token');
                        call platform.protect('participant.pub_identifier');
                        call platform.protect('introduction.pub_programme');
                        call platform.protect('registersync.pub_item');
                        """);
            }
        });
    }

    private StandIn() {}
}
