package no.innvei.worklist.persistence;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import no.innvei.kernel.ParticipantId;
import no.innvei.worklist.api.DeadlineKind;
import no.innvei.worklist.api.MyDay.RegisterCounts;
import no.innvei.worklist.api.MyDay.Task;
import no.innvei.worklist.api.Phase;
import no.innvei.worklist.domain.DayBoard.Line;
import no.innvei.worklist.domain.Week;

/** Reads the tasks of Min dag and the numbers beside them. */
@ApplicationScoped
public class MyDayQueries {

    @Resource(lookup = "jdbc/app")
    private DataSource app;

    protected MyDayQueries() {
        // for the CDI proxy, and the server fills in the data source
    }

    public MyDayQueries(DataSource app) {
        this.app = app;
    }

    /** The numbers beside the tasks. */
    public record Numbers(Map<Phase, Integer> phases, RegisterCounts register) {}

    /** One statement: the first {@code most} tasks of each group and source, soonest first; refusals whenever they are due. */
    public List<Line> tasks(Week week, int most) {
        return tasks(week, most, null);
    }

    /** @param own only of participants this user follows up; {@code null} = of everyone */
    public List<Line> tasks(Week week, int most, UUID own) {
        var lines = new ArrayList<Line>();
        try (var connection = app.getConnection();
                var statement = tasksStatement(week, most, own).prepare(connection);
                var found = statement.executeQuery()) {
            while (found.next()) {
                lines.add(new Line(task(found), found.getInt("total")));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the tasks could not be read: " + e.getSQLState(), e);
        }
        return List.copyOf(lines);
    }

    static Sql tasksStatement(Week week, int most, UUID own) {
        var sql = new Sql();
        Fragments.addDue(sql, week, false);
        sql.add("""
                        , task as (
                          select d.*, d.kind = 'REGISTER_BY' as by_itself, d.kind in ('MEND_REFUSAL', 'REGISTER_BY') as from_register,
                                 case when d.due_on <= ? then 'NOW' when d.due_on <= ? then 'THIS_WEEK' else 'LATER' end as due_when
                          from due d
                          where (d.due_on <= ? or d.kind = 'MEND_REFUSAL')""", week.today(), week.sunday(), week.horizon());
        addOwn(sql, "d.participant_id", own, week);
        sql.add("""
                        ), numbered as (
                          select t.*, count(*) filter (where not t.by_itself) over (partition by t.due_when, t.from_register) as total,
                                 row_number() over (partition by t.due_when, t.from_register order by t.due_on, t.participant_id, t.subject) as place
                          from task t
                        )
                        select t.kind, t.due_on,
                               case when t.kind in ('DECIDE_AND_START', 'START') and p.settled_by_agreement then p.settled_on else coalesce(t.since, p.settled_on) end as since,
                               t.participant_id, t.subject, t.item, t.refusal_code, t.refusal_field,
                               t.by_itself, t.due_when, t.total, p.given_names, p.family_name
                        from numbered t
                        cross join lateral (select p.* from participant.pub_participant p where p.participant_id = t.participant_id limit 1) p""")
                .add("where t.place <= ?", most)
                .add("order by t.due_on, p.sort_name, t.participant_id, t.kind, t.subject");
        return sql;
    }

    /** One statement. */
    public int waiting(Week week) {
        var sql = new Sql();
        Fragments.addDue(sql, week, false);
        sql.add(
                "select count(*)::int from due d where d.kind = 'MEND_REFUSAL' or d.kind <> 'REGISTER_BY' and d.due_on <= ?",
                week.horizon());
        try (var connection = app.getConnection();
                var statement = sql.prepare(connection);
                var found = statement.executeQuery()) {
            found.next();
            return found.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException("the tasks could not be counted: " + e.getSQLState(), e);
        }
    }

    private static void addOwn(Sql sql, String participant, UUID own, Week week) {
        if (own != null) {
            sql.and(Conditions.ofUser(participant, ""), own, week.today(), week.today());
        }
    }

    /** One statement. */
    public Numbers numbers(Week week) {
        return numbers(week, null);
    }

    /** @param own only of participants this user follows up; {@code null} = of everyone */
    public Numbers numbers(Week week, UUID own) {
        var phases = new EnumMap<Phase, Integer>(Phase.class);
        int pending = 0;
        int refused = 0;
        int accepted = 0;
        try (var connection = app.getConnection();
                var statement = numbersStatement(week, own).prepare(connection);
                var found = statement.executeQuery()) {
            while (found.next()) {
                int many = found.getInt("many");
                switch (found.getString("what")) {
                    case "PENDING" -> pending = many;
                    case "REFUSED" -> refused = many;
                    case "ACCEPTED" -> accepted = many;
                    default -> phases.put(Phase.valueOf(found.getString("what")), many);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the numbers could not be read: " + e.getSQLState(), e);
        }
        return new Numbers(phases, new RegisterCounts(pending, refused, accepted));
    }

    static Sql numbersStatement(Week week, UUID own) {
        var sql = new Sql()
                .add(
                        "select x.phase as what, count(*)::int as many from (select " + Fragments.PHASE + " as phase",
                        week.today())
                .add(
                        "from participant.pub_participant p left join introduction.pub_programme g on g.participant_id = p.participant_id where true");
        addOwn(sql, "p.participant_id", own, week);
        sql.add(") x group by x.phase")
                .add(
                        "union all select 'PENDING', count(*)::int from registersync.pub_item i where i.state in ('NOT_SENT', 'PENDING')");
        addOwn(sql, "i.participant_id", own, week);
        sql.add("union all select 'REFUSED', count(*)::int from registersync.pub_item i where i.state = 'REFUSED'");
        addOwn(sql, "i.participant_id", own, week);
        sql.add(
                "union all select 'ACCEPTED', count(*)::int from registersync.pub_item i where i.state = 'ACCEPTED' and i.accepted_at >= ?",
                week.today().minusDays(7).atStartOfDay(Week.NORWAY).toOffsetDateTime());
        addOwn(sql, "i.participant_id", own, week);
        return sql;
    }

    private static Task task(ResultSet found) throws SQLException {
        var kind = DeadlineKind.valueOf(found.getString("kind"));
        var family = found.getString("family_name");
        var given = found.getString("given_names");
        return new Task(
                kind,
                Sql.date(found, "due_on"),
                Sql.date(found, "since"),
                new ParticipantId(found.getObject("participant_id", UUID.class)),
                family == null ? given : given + " " + family,
                found.getObject("subject", UUID.class),
                found.getString("item"),
                found.getString("refusal_code"),
                found.getString("refusal_field"),
                found.getBoolean("by_itself"));
    }
}
