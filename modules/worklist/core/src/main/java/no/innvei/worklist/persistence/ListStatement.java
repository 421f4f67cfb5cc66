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

/**
 * The one statement of the list of participants: first which people stand on the page, then their columns. In the order of deadlines the people come
 * from two places, those with a deadline (few) and those without (many, by the index on names), so that nobody has to be sorted who is not shown.
 */
final class ListStatement {

    /** In the order of names the deadlines of the page are enough; computing everybody's took most of the time. */
    private static final String NEAREST_OF_ONE =
            "select d.due_on, d.kind from due d where d.participant_id = c.participant_id order by d.due_on, d.kind limit 1";

    private final Query query;
    private final Search search;
    private final ListPosition position;
    private final LocalDate today;
    private final int rows;
    private final Sql sql = new Sql();

    private ListStatement(Query query, Search search, ListPosition position, LocalDate today, int rows) {
        this.query = query;
        this.search = search;
        this.position = position;
        this.today = today;
        this.rows = rows;
    }

    /**
     * @param position {@code null} = from the start
     * @param rows one more than the page holds, to see whether there is another page
     */
    static Sql of(Query query, Search search, ListPosition position, LocalDate today, int rows) {
        return new ListStatement(query, search, position, today, rows).build();
    }

    private Sql build() {
        Fragments.addDue(sql, new Week(today), true);
        boolean byDeadline = query.sort() == Sort.DEADLINE;
        if (byDeadline || query.deadlineWithinDays() != null) {
            sql.add("""
                    , nearest as (
                      select distinct on (d.participant_id) d.participant_id, d.due_on, d.kind
                      from due d
                      order by d.participant_id, d.due_on, d.kind
                    )""");
        }
        sql.add(", page as (");
        if (byDeadline) {
            addPageByDeadline();
        } else {
            addPageByName();
        }
        sql.add(")");
        addColumns(byDeadline ? "select c.due_on, c.kind" : NEAREST_OF_ONE);
        return sql;
    }

    private void addPageByName() {
        sql.add("select p.participant_id from participant.pub_participant p")
                .add("left join introduction.pub_programme g on g.participant_id = p.participant_id");
        if (query.deadlineWithinDays() != null) {
            sql.add("join nearest n on n.participant_id = p.participant_id");
        }
        sql.add("where true");
        addConditions();
        if (position != null) {
            addAfterName();
        }
        sql.add("order by " + byName()).add("limit ?", rows);
    }

    private void addPageByDeadline() {
        sql.add("select u.participant_id, u.due_on, u.kind from (");
        boolean afterDeadlines = position != null && position.deadline() == null;
        boolean some = false;
        if (!afterDeadlines || !position.forward()) {
            sql.add("(select p.participant_id, p.sort_name, n.due_on, n.kind from nearest n")
                    .add("join participant.pub_participant p on p.participant_id = n.participant_id")
                    .add("left join introduction.pub_programme g on g.participant_id = p.participant_id")
                    .add("where true");
            addConditions();
            if (position != null && position.deadline() != null) {
                sql.and(
                        "(n.due_on, p.sort_name, p.participant_id) " + beyond() + " (?, " + nameOfPosition() + ", ?)",
                        position.deadline(),
                        position.row(),
                        position.row());
            }
            sql.add("order by n.due_on" + direction() + ", " + byName()).add("limit ?)", rows);
            some = true;
        }
        boolean withoutDeadline = query.deadlineWithinDays() == null;
        if (withoutDeadline && (position == null || afterDeadlines || position.forward())) {
            sql.add(some ? "union all" : "")
                    .add(
                            "(select p.participant_id, p.sort_name, null::date as due_on, null::text as kind from participant.pub_participant p")
                    .add("left join introduction.pub_programme g on g.participant_id = p.participant_id")
                    .add("where not exists (select 1 from nearest n where n.participant_id = p.participant_id)");
            addConditions();
            if (afterDeadlines) {
                addAfterName();
            }
            sql.add("order by " + byName()).add("limit ?)", rows);
            some = true;
        }
        if (!some) {
            sql.add(
                    "(select null::uuid as participant_id, null::text as sort_name, null::date as due_on, null::text as kind where false)");
        }
        sql.add(") u order by u.due_on" + nullsLast() + ", u.sort_name" + direction() + ", u.participant_id"
                        + direction())
                .add("limit ?", rows);
    }

    private void addConditions() {
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
    }

    private void addAfterName() {
        sql.and(
                "(p.sort_name, p.participant_id) " + beyond() + " (" + nameOfPosition() + ", ?)",
                position.row(),
                position.row());
    }

    private void addColumns(String nearest) {
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
                .add("left join lateral (" + nearest + ") n on true")
                .add("order by " + (query.sort() == Sort.DEADLINE ? "n.due_on" + nullsLast() + ", " : "") + byName());
    }

    private boolean forward() {
        return position == null || position.forward();
    }

    private String direction() {
        return forward() ? "" : " desc";
    }

    private String nullsLast() {
        return forward() ? " nulls last" : " desc nulls first";
    }

    private String beyond() {
        return forward() ? ">" : "<";
    }

    private String byName() {
        return "p.sort_name" + direction() + ", p.participant_id" + direction();
    }

    /** Looked up, so that no name stands in an address; the person may be gone, then any name comes after. */
    private static String nameOfPosition() {
        return "coalesce((select b.sort_name from participant.pub_participant b where b.participant_id = ?), '')";
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
}
