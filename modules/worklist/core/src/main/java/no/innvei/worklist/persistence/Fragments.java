package no.innvei.worklist.persistence;

import java.time.LocalDate;
import no.innvei.worklist.domain.Week;

/** Parts of statements that Min dag and the list share, so that a deadline means the same in both. */
final class Fragments {

    /**
     * The register keeps a record open for two months after the information existed, integreringsforskriften § 58; the information that a programme
     * is over exists on its last day.
     */
    static final String REGISTER_PERIOD = "interval '2 months'";

    /** The programme a list speaks of: the open one, otherwise the latest. */
    static final String CURRENT_PROGRAMME = """
            programme as (
              select distinct on (g.participant_id) g.*
              from introduction.pub_programme g
              order by g.participant_id, (g.ended_on is null) desc, g.programme_id desc
            )""";

    /** {@code p} is the person and {@code g} her current programme, which may be missing; binds today. */
    static final String PHASE = """
            case
              when g.ended_on is not null then 'ENDED'
              when g.started_on is not null then 'IN_PROGRAMME'
              when g.decision = 'REFUSED' then 'NO_PROGRAMME'
              when g.decided_on is not null then 'BEFORE_START'
              when p.settled_on is null or p.settled_on > ? then 'EXPECTED'
              else 'BEFORE_DECISION'
            end""";

    /**
     * Adds {@code due}: everything with a deadline, one row for each, with what the deadline is counted from. Needs {@link #CURRENT_PROGRAMME}.
     *
     * @param comingEnds also programmes that end later, which nobody can do anything about yet
     */
    static void addDue(Sql sql, Week week, boolean comingEnds) {
        LocalDate today = week.today();
        sql.add("""
                , due as (
                  select g.participant_id, 'DECIDE_AND_START' as kind, g.decide_and_start_by as due_on,
                         g.claimed_on as since, g.programme_id as subject,
                         null::text as item, null::text as refusal_code, null::text as refusal_field
                  from programme g
                  where g.started_on is null and g.ended_on is null and g.decision is distinct from 'REFUSED'
                    and g.decide_and_start_by is not null
                  union all
                  select g.participant_id, 'RECORD_ENDING', (coalesce(g.ended_on, g.last_day) + REGISTER_PERIOD)::date,
                         coalesce(g.ended_on, g.last_day), g.programme_id, null, null, null
                  from programme g
                  where g.started_on is not null and g.ending_reason is null and coalesce(g.ended_on, g.last_day) < ?
                  union all
                  select i.participant_id, 'MEND_REFUSAL', i.register_by, i.known_on, i.item_id, i.kind, i.refusal_code, i.refusal_field
                  from registersync.pub_item i
                  where i.state = 'REFUSED'
                  union all
                  select i.participant_id, 'REGISTER_BY', i.register_by, i.known_on, i.item_id, i.kind, null, null
                  from registersync.pub_item i
                  where i.state in ('NOT_SENT', 'PENDING') and i.register_by <= ?""".replace("REGISTER_PERIOD", REGISTER_PERIOD), today, week.unansweredBy());
        if (comingEnds) {
            sql.add("""
                      union all
                      select g.participant_id, 'PROGRAMME_ENDS', g.last_day, g.started_on, g.programme_id, null, null, null
                      from programme g
                      where g.started_on is not null and g.ended_on is null and g.last_day >= ?""", today);
        }
        sql.add(")");
    }

    private Fragments() {}
}
