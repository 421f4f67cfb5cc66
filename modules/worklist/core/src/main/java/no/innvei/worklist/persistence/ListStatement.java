package no.innvei.worklist.persistence;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Set;
import java.util.stream.Stream;
import no.innvei.worklist.api.ParticipantList.Query;
import no.innvei.worklist.api.ParticipantList.Sort;
import no.innvei.worklist.api.RegisterState;
import no.innvei.worklist.domain.ListPosition;
import no.innvei.worklist.domain.Search;
import no.innvei.worklist.domain.Week;

/** The one statement of the list of participants: first which people stand on the page, then their columns. */
final class ListStatement {

    private static final String NO_DEADLINE = "'infinity'::date";

    /** In the order of names the deadlines of the page are enough; computing everybody's took most of the time. */
    private static final String NEAREST_OF_ONE =
            "select d.due_on, d.kind from due d where d.participant_id = c.participant_id order by d.due_on, d.kind limit 1";

    /**
     * @param position {@code null} = from the start
     * @param rows one more than the page holds, to see whether there is another page
     */
    static Sql of(Query query, Search search, ListPosition position, LocalDate today, int rows) {
        boolean forward = position == null || position.forward();
        var sql = new Sql();
        Fragments.addDue(sql, new Week(today), true);
        boolean deadlineFirst = query.sort() == Sort.DEADLINE || query.deadlineWithinDays() != null;
        if (deadlineFirst) {
            sql.add("""
                    , nearest as (
                      select distinct on (d.participant_id) d.participant_id, d.due_on, d.kind
                      from due d
                      order by d.participant_id, d.due_on, d.kind
                    )""");
        }
        sql.add(", page as (select p.participant_id" + (deadlineFirst ? ", n.due_on, n.kind" : ""))
                .add("""
                  from participant.pub_participant p
                  left join introduction.pub_programme g on g.participant_id = p.participant_id""");
        if (deadlineFirst) {
            sql.add("left join nearest n on n.participant_id = p.participant_id");
        }
        sql.add("where true");
        addSearch(sql, search);
        if (!query.phases().isEmpty()) {
            sql.and(Fragments.PHASE + " in (" + marks(query.phases().size()) + ")", with(today, query.phases()));
        }
        if (!query.register().isEmpty()) {
            sql.add("and (false");
            query.register().stream().sorted().forEach(state -> sql.add("or " + inState(state)));
            sql.add(")");
        }
        if (query.deadlineWithinDays() != null) {
            sql.and("n.due_on <= ?", today.plusDays(query.deadlineWithinDays()));
        }
        addPosition(sql, query.sort(), position);
        sql.add("order by " + order(query.sort(), "n", forward)).add("limit ?)", rows);
        sql.add(
                        "select p.participant_id, p.given_names, p.family_name, p.born_on, p.permit_basis, p.mother_tongue, n.due_on, n.kind,")
                .add("g.started_on, g.ended_on, g.maximum_months, g.final_goal, g.plan_version, g.has_draft,")
                .add(Fragments.PHASE + " as phase,", today)
                .add("""
                        r.accepted, r.pending, r.refused, r.accepted_at
                        from page c
                        join participant.pub_participant p on p.participant_id = c.participant_id
                        left join introduction.pub_programme g on g.participant_id = c.participant_id
                        cross join lateral (
                          select count(*) filter (where i.state = 'ACCEPTED')::int as accepted,
                                 count(*) filter (where i.state in ('NOT_SENT', 'PENDING'))::int as pending,
                                 count(*) filter (where i.state = 'REFUSED')::int as refused,
                                 max(i.accepted_at) as accepted_at
                          from registersync.pub_item i
                          where i.participant_id = c.participant_id) r""")
                .add("left join lateral (" + (deadlineFirst ? "select c.due_on, c.kind" : NEAREST_OF_ONE)
                        + ") n on true")
                .add("order by " + order(query.sort(), "n", forward));
        return sql;
    }

    private static void addSearch(Sql sql, Search search) {
        for (String token : search.tokens()) {
            sql.and(
                    "p.participant_id in (select t.participant_id from participant.pub_name_token t where t.token ^@ ?)",
                    token);
        }
        if (search.bornOn() != null) {
            sql.and("p.born_on = ?", search.bornOn());
        }
        if (search.hopeless()) {
            sql.and("false");
        }
    }

    /** The name a page begins after is looked up, so that no name stands in an address; the person may be gone, then any name comes after. */
    private static void addPosition(Sql sql, Sort sort, ListPosition position) {
        if (position == null) {
            return;
        }
        var after = position.forward() ? ">" : "<";
        var name = "coalesce((select b.sort_name from participant.pub_participant b where b.participant_id = ?), '')";
        switch (sort) {
            case NAME ->
                sql.and(
                        "(p.sort_name, p.participant_id) " + after + " (" + name + ", ?)",
                        position.row(),
                        position.row());
            case DEADLINE -> {
                var columns = "(coalesce(n.due_on, " + NO_DEADLINE + "), p.sort_name, p.participant_id) " + after;
                if (position.deadline() == null) {
                    sql.and(columns + " (" + NO_DEADLINE + ", " + name + ", ?)", position.row(), position.row());
                } else {
                    sql.and(columns + " (?, " + name + ", ?)", position.deadline(), position.row(), position.row());
                }
            }
        }
    }

    private static String order(Sort sort, String due, boolean forward) {
        var direction = forward ? "" : " desc";
        var byName = "p.sort_name" + direction + ", p.participant_id" + direction;
        return switch (sort) {
            case NAME -> byName;
            case DEADLINE -> "coalesce(" + due + ".due_on, " + NO_DEADLINE + ")" + direction + ", " + byName;
        };
    }

    private static String inState(RegisterState state) {
        var items = "(select i.participant_id from registersync.pub_item i where i.state ";
        return switch (state) {
            case NOTHING_SENT -> "p.participant_id not in " + items + "<> 'NOT_REQUIRED')";
            case REFUSED -> "p.participant_id in " + items + "= 'REFUSED')";
            case PENDING ->
                "(p.participant_id in " + items + "in ('NOT_SENT', 'PENDING')) and p.participant_id not in " + items
                        + "= 'REFUSED'))";
            case ACCEPTED ->
                "(p.participant_id in " + items + "= 'ACCEPTED') and p.participant_id not in " + items
                        + "in ('NOT_SENT', 'PENDING', 'REFUSED')))";
        };
    }

    private static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }

    private static Object[] with(LocalDate today, Set<? extends Enum<?>> codes) {
        return Stream.concat(
                        Stream.<Object>of(today), codes.stream().map(Enum::name).sorted())
                .toArray();
    }

    private ListStatement() {}
}
