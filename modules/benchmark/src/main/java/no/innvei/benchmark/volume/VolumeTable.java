package no.innvei.benchmark.volume;

/** The tables that are filled, with the columns in the order they are written. */
enum VolumeTable {
    PARTICIPANT(
            "participant.participant",
            "tenant_id, id, given_names, family_name, sort_name, born_on, citizenship, citizenship_group, education, mother_tongue,"
                    + " interpreting_language, written_form, unaccompanied_minor, research_reservation, version, created_at, changed_at"),
    IDENTIFIER(
            "participant.identifier",
            "tenant_id, participant_id, id, kind, sealed, hash, recorded_at, recorded_by, valid_from, ended_on, ended_at, ended_by, ended_why"),
    NAME_TOKEN("participant.name_token", "tenant_id, participant_id, token"),
    PERSON_NAME("participant.person_name", fact("given_names, family_name")),
    BIRTH_DATE("participant.birth_date", fact("born_on")),
    RESIDENCE("participant.residence", fact("municipality")),
    CITIZENSHIP("participant.citizenship", fact("country, country_group")),
    EDUCATION("participant.education", fact("level, evidence")),
    MOTHER_TONGUE("participant.mother_tongue", fact("language")),
    INTERPRETING("participant.interpreting", fact("needed, language")),
    WRITTEN_FORM("participant.written_form", fact("form")),
    PARTNER("participant.partner", fact("relation, partner_id, participates, lives_together")),
    EMPLOYMENT("participant.employment", fact("employment_id, state, minutes_per_week")),
    CONTACT("participant.contact", fact("channel, content")),
    UNACCOMPANIED("participant.unaccompanied_minor", fact("applies")),
    RESERVATION("participant.research_reservation", fact("reserved")),
    PERMIT("participant.permit", fact("basis, follows_family_permit, immigration_ground, renewed_on, expires_on")),
    SETTLEMENT("participant.settlement", fact("by_agreement")),
    CHILD("participant.child", fact("child_id, born_on, lives_with")),
    ASSIGNMENT(
            "participant.assignment",
            "tenant_id, id, participant_id, part, user_id, office_id, valid_from, recorded_at, recorded_by"),
    PROTECTED("platform.protected_participant", "tenant_id, participant_id, level, since"),
    ACCESS_LOG("platform.access_log", "tenant_id, id, at, user_id, role, participant_id, purpose"),
    STREAM(
            "platform.stream",
            "tenant_id, id, last_seq, delivered_seq, oldest_pending_at, next_attempt_at, failures, parked_code, parked_at"),
    OUTBOX("platform.outbox", "tenant_id, id, stream_id, seq, kind, ids, created_at, enqueued_at"),
    PROGRAMME(
            "introduction.programme",
            "tenant_id, id, participant_id, claimed_on, offer_on, decision, decided_on, decided_by, reasons, category, final_goal, goal_reason,"
                    + " goal_set_on, planned_start_on, started_on, maximum_months, last_day, ended_on, ending_reason, opened_at, changed_at, version"),
    CASE_FILE(
            "introduction.case_file",
            "tenant_id, participant_id, programme_id, category, judged_on, decide_and_start_by, category_evaluation, deadline_evaluation,"
                    + " changed_at, version"),
    EVALUATION(
            "introduction.evaluation",
            "tenant_id, id, participant_id, programme_id, step, rule, rule_version, decisive_date, answer, body, recorded_at"),
    DRAFT(
            "introduction.plan_draft",
            "tenant_id, id, participant_id, programme_id, final_goal, goal_reason, listening, reading, writing, oral, long_term_goal,"
                    + " substantial_self_study, saved_at, version"),
    DRAFT_ELEMENT(
            "introduction.plan_draft_element",
            "tenant_id, id, participant_id, draft_id, position, kind, provider, from_on, to_on, minutes_per_week, work_oriented, reason, version"),
    PLAN(
            "introduction.plan_version",
            "tenant_id, id, participant_id, programme_id, number, approved_at, approved_by, final_goal, goal_reason, listening, reading, writing,"
                    + " oral, long_term_goal, substantial_self_study, maximum_months, last_day"),
    PLAN_ELEMENT(
            "introduction.plan_version_element",
            "tenant_id, id, participant_id, plan_version_id, element_id, position, kind, provider, from_on, to_on, minutes_per_week, work_oriented,"
                    + " reason"),
    OWED_ITEM(
            "registersync.owed_item",
            "tenant_id, id, participant_id, kind, subject_id, programme_id, message_key, state, not_required, known_on, register_by, deadline,"
                    + " accepted_version, accepted_at, receipt, refusal_code, refusal_field, told_at, changed_at");

    private static final int FACT_COLUMNS = 11;

    private final String table;
    private final String columns;
    private final int count;

    VolumeTable(String table, String columns) {
        this.table = table;
        this.columns = columns;
        this.count = columns.split(",").length;
    }

    /** The columns every life fact has, and its own. */
    private static String fact(String own) {
        return "tenant_id, id, participant_id, valid_from, valid_to, reason, recorded_at, recorded_by, superseded_at, superseded_by, superseded_why, "
                + own;
    }

    /** Schema and name. */
    String table() {
        return table;
    }

    int columns() {
        return count;
    }

    int ownColumns() {
        return count - FACT_COLUMNS;
    }

    /** @param freeze only where the table was emptied in the same transaction */
    String copy(boolean freeze) {
        return "copy " + table + " (" + columns + ") from stdin (format binary" + (freeze ? ", freeze)" : ")");
    }
}
