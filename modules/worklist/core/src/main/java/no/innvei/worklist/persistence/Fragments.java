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

    /** {@code p} is the person and {@code g} her case, which is missing for those outside the target group; binds today. */
    static final String PHASE = """
            case g.phase
              when 'ENDED' then 'ENDED'
              when 'IN_PROGRAMME' then 'IN_PROGRAMME'
              when 'REFUSED' then 'NO_PROGRAMME'
              when 'DECIDED' then 'BEFORE_START'
              else case
                when p.settled_on is null or p.settled_on > ? then 'EXPECTED'
                when g.participant_id is null then 'NO_PROGRAMME'
                else 'BEFORE_DECISION'
              end
            end""";

    /** The deadline of the case {@code g} itself, at most one; binds today. */
    static final String CASE_DUE_ON = """
            case
              when g.ended_on is not null then null
              when g.started_on is null then case when g.decision is distinct from 'REFUSED' then g.decide_and_start_by end
              when g.last_day >= ? then g.last_day
              else (g.last_day + REGISTER_PERIOD)::date
            end""".replace("REGISTER_PERIOD", REGISTER_PERIOD);

    /** What {@link #CASE_DUE_ON} is about; binds today. */
    static final String CASE_DUE_KIND = """
            case
              when g.started_on is null then case when g.decision = 'AWARDED' then 'START' else 'DECIDE_AND_START' end
              when g.last_day >= ? then 'PROGRAMME_ENDS'
              else 'RECORD_ENDING'
            end""";

    /**
     * Begins the statement with {@code due}: everything with a deadline, one row for each, with what the deadline is counted from. What waits
     * behind a refusal is not in it: mending the refusal is the task.
     *
     * @param comingEnds also programmes that end later, which nobody can do anything about yet
     */
    static void addDue(Sql sql, Week week, boolean comingEnds) {
        LocalDate today = week.today();
        sql.add("""
                with due as (
                  select g.participant_id, case when g.decision = 'AWARDED' then 'START' else 'DECIDE_AND_START' end as kind, g.decide_and_start_by as due_on,
                         g.claimed_on as since, g.programme_id as subject,
                         null::text as item, null::text as refusal_code, null::text as refusal_field
                  from introduction.pub_programme g
                  where g.started_on is null and g.ended_on is null and g.decision is distinct from 'REFUSED'
                    and g.decide_and_start_by is not null
                  union all""");
        if (comingEnds) {
            sql.add("select g.participant_id, " + CASE_DUE_KIND + ", " + CASE_DUE_ON + ",", today, today)
                    .add("""
                                 case when g.last_day >= ? then g.started_on else g.last_day end, g.programme_id, null, null, null
                          from introduction.pub_programme g
                          where g.started_on is not null and g.ended_on is null and g.last_day is not null""", today);
        } else {
            sql.add("""
                      select g.participant_id, 'RECORD_ENDING', (g.last_day + REGISTER_PERIOD)::date, g.last_day, g.programme_id, null, null, null
                      from introduction.pub_programme g
                      where g.started_on is not null and g.ended_on is null and g.last_day < ?""".replace("REGISTER_PERIOD", REGISTER_PERIOD), today);
        }
        sql.add("""
                  union all
                  select i.participant_id, case when i.state = 'REFUSED' then 'MEND_REFUSAL' else 'REGISTER_BY' end, i.register_by, i.known_on, i.item_id,
                         i.kind, i.refusal_code, i.refusal_field
                  from registersync.pub_item i
                  where i.state in ('NOT_SENT', 'PENDING', 'REFUSED') and (i.state = 'REFUSED' or i.state = 'PENDING' and i.register_by <= ?)
                )""", week.unansweredBy());
    }

    private Fragments() {}
}
