package no.innvei.worklist.persistence;

import java.time.LocalDate;
import java.time.ZoneOffset;
import no.innvei.worklist.api.ListFilters;
import no.innvei.worklist.api.ParticipantList.Query;
import no.innvei.worklist.api.ParticipantList.Sort;
import no.innvei.worklist.domain.ListPosition;
import no.innvei.worklist.domain.Search;
import no.innvei.worklist.domain.Viewer;
import no.innvei.worklist.domain.Week;

/**
 * The one statement of the list of participants: first which people stand on the page, then their columns. In the order of deadlines the people come
 * from two places, those with a deadline (few) and those without (many, by the index on names), so that nobody has to be sorted who is not shown; in
 * the order of advisers likewise, those somebody has, adviser by adviser, and those nobody has.
 */
final class ListStatement {

    /** In other orders than that of deadlines those of the page are enough; computing everybody's took most of the time. */
    private static final String NEAREST_OF_ONE =
            "select d.due_on, d.kind from due d where d.participant_id = c.participant_id order by d.due_on, d.kind limit 1";

    static final String SUGGESTED =
            "select p.participant_id, p.given_names || coalesce(' ' || p.family_name, '') as name, p.born_on, p.mother_tongue"
                    + " from participant.pub_participant p";

    private static final String ADVISER_TODAY = "a.part = 'ADVISER' and " + Conditions.TODAY;

    private final Query query;
    private final Conditions conditions;
    private final ListPosition position;
    private final LocalDate today;
    private final int rows;
    private final Sql sql = new Sql();

    private ListStatement(Query query, Search search, ListPosition position, Viewer viewer, int rows) {
        this.query = query;
        this.conditions = new Conditions(query.filters(), search, viewer);
        this.position = position;
        this.today = viewer.today();
        this.rows = rows;
    }

    /**
     * @param position {@code null} = from the start
     * @param rows one more than the page holds, to see whether there is another page
     */
    static Sql of(Query query, Search search, ListPosition position, Viewer viewer, int rows) {
        return new ListStatement(query, search, position, viewer, rows).build();
    }

    /** How many there are in all. */
    static Sql count(Query query, Search search, Viewer viewer) {
        return new ListStatement(query, search, null, viewer, 0).buildAll("select count(*)::int", "");
    }

    /** Who they are, by name. */
    static Sql everyone(Query query, Search search, Viewer viewer, int most) {
        var statement = new ListStatement(query, search, null, viewer, most);
        return statement
                .buildAll("select p.participant_id", "order by p.sort_name, p.participant_id")
                .add("limit ?", most);
    }

    /** Those of whom the typed words can be the beginning, by name. */
    static Sql suggest(Search search, Viewer viewer, int most) {
        var sql = new Sql().add(SUGGESTED + " where true");
        new Conditions(ListFilters.NONE, search, viewer).add(sql);
        return sql.add("order by p.sort_name, p.participant_id").add("limit ?", most);
    }

    private Sql build() {
        Fragments.addDue(sql, new Week(today), true);
        if (query.sort() == Sort.DEADLINE || query.filters().deadlineWithinDays() != null) {
            addNearest();
        }
        sql.add(", page as (");
        switch (query.sort()) {
            case DEADLINE -> addPageByDeadline();
            case NAME -> addPageByName();
            case CHANGED, UNCHANGED -> addPageByChange();
            case ADVISER -> addPageByAdviser();
        }
        sql.add(")");
        addColumns();
        return sql;
    }

    private Sql buildAll(String select, String order) {
        if (query.filters().deadlineWithinDays() != null) {
            Fragments.addDue(sql, new Week(today), true);
            addNearest();
        }
        sql.add(select);
        addPeople("");
        if (!order.isEmpty()) {
            sql.add(order);
        }
        return sql;
    }

    private void addNearest() {
        sql.add("""
                , nearest as (
                  select distinct on (d.participant_id) d.participant_id, d.due_on, d.kind
                  from due d
                  order by d.participant_id, d.due_on, d.kind
                )""");
    }

    /** Everyone the list holds; {@code further} is one more condition without values, or empty. */
    private void addPeople(String further) {
        sql.add("from participant.pub_participant p")
                .add("left join introduction.pub_programme g on g.participant_id = p.participant_id");
        addNearestOfPeople();
        sql.add(further.isEmpty() ? "where true" : "where " + further);
        conditions.add(sql);
    }

    private void addNearestOfPeople() {
        if (query.filters().deadlineWithinDays() != null) {
            sql.add("join nearest n on n.participant_id = p.participant_id");
        }
    }

    private void addPageByName() {
        sql.add("select p.participant_id");
        addPeople("");
        if (position != null) {
            addAfterName();
        }
        sql.add("order by " + byName()).add("limit ?", rows);
    }

    private void addPageByChange() {
        sql.add("select p.participant_id");
        addPeople("");
        if (position != null && position.changedAt() != null) {
            sql.and(
                    "(p.changed_at, p.participant_id) " + (ascending() ? ">" : "<") + " (?, ?)",
                    position.changedAt().atOffset(ZoneOffset.UTC),
                    position.row());
        }
        sql.add("order by " + byChange()).add("limit ?", rows);
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
            conditions.add(sql);
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
        boolean withoutDeadline = query.filters().deadlineWithinDays() == null;
        if (withoutDeadline && (position == null || afterDeadlines || position.forward())) {
            sql.add(some ? "union all" : "")
                    .add("(select p.participant_id, p.sort_name, null::date as due_on, null::text as kind");
            addPeople("not exists (select 1 from nearest n where n.participant_id = p.participant_id)");
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

    private void addPageByAdviser() {
        sql.add("select u.participant_id from (");
        boolean afterAdvisers = position != null && position.adviser() == null;
        boolean some = false;
        if (!afterAdvisers || !position.forward()) {
            sql.add("(select p.participant_id, p.sort_name, m.display_name, m.user_id from tenancy.pub_colleague m")
                    .add(
                            "join participant.pub_assignment a on a.user_id = m.user_id and " + ADVISER_TODAY,
                            today,
                            today)
                    .add("join participant.pub_participant p on p.participant_id = a.participant_id")
                    .add("left join introduction.pub_programme g on g.participant_id = p.participant_id");
            addNearestOfPeople();
            sql.add("where true");
            conditions.add(sql);
            if (position != null && position.adviser() != null) {
                sql.and(
                        "(m.display_name, m.user_id, p.sort_name, p.participant_id) " + beyond()
                                + " (coalesce((select b.display_name from tenancy.pub_colleague b where b.user_id = ?), ''), ?, "
                                + nameOfPosition() + ", ?)",
                        position.adviser(),
                        position.adviser(),
                        position.row(),
                        position.row());
            }
            sql.add("order by m.display_name" + direction() + ", m.user_id" + direction() + ", " + byName())
                    .add("limit ?)", rows);
            some = true;
        }
        if (position == null || afterAdvisers || position.forward()) {
            sql.add(some ? "union all" : "")
                    .add("(select p.participant_id, p.sort_name, null::text as display_name, null::uuid as user_id")
                    .add("from participant.pub_participant p")
                    .add("left join introduction.pub_programme g on g.participant_id = p.participant_id");
            addNearestOfPeople();
            sql.add(
                    "where not exists (select 1 from participant.pub_assignment a where a.participant_id = p.participant_id and "
                            + ADVISER_TODAY + ")",
                    today,
                    today);
            conditions.add(sql);
            if (afterAdvisers) {
                addAfterName();
            }
            sql.add("order by " + byName()).add("limit ?)", rows);
        }
        sql.add(") u order by u.display_name" + nullsLast() + ", u.user_id" + nullsLast() + ", u.sort_name"
                        + direction() + ", u.participant_id" + direction())
                .add("limit ?", rows);
    }

    private void addAfterName() {
        sql.and(
                "(p.sort_name, p.participant_id) " + beyond() + " (" + nameOfPosition() + ", ?)",
                position.row(),
                position.row());
    }

    private void addColumns() {
        sql.add(
                        "select p.participant_id, p.given_names, p.family_name, p.born_on, p.permit_basis, p.mother_tongue, p.changed_at, n.due_on, n.kind,")
                .add(
                        "g.started_on, g.ended_on, g.maximum_months, g.final_goal, g.plan_version, g.has_draft, g.category,")
                .add("v.user_id as adviser_id, v.display_name as adviser, w.display_name as substitute,")
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
                .add("left join lateral (" + holder("ADVISER") + ") v on true", today, today)
                .add("left join lateral (" + holder("SUBSTITUTE") + ") w on true", today, today)
                .add("left join lateral ("
                        + (query.sort() == Sort.DEADLINE ? "select c.due_on, c.kind" : NEAREST_OF_ONE) + ") n on true");
        sql.add("order by "
                + switch (query.sort()) {
                    case NAME -> byName();
                    case DEADLINE -> "n.due_on" + nullsLast() + ", " + byName();
                    case CHANGED, UNCHANGED -> byChange();
                    case ADVISER -> "v.display_name" + nullsLast() + ", v.user_id" + nullsLast() + ", " + byName();
                });
    }

    /** At most one person has a part on a day. */
    private static String holder(String part) {
        return "select a.user_id, m.display_name from participant.pub_assignment a left join tenancy.pub_colleague m on m.user_id = a.user_id"
                + " where a.participant_id = c.participant_id and a.part = '" + part + "' and " + Conditions.TODAY
                + " limit 1";
    }

    private boolean forward() {
        return position == null || position.forward();
    }

    private boolean ascending() {
        return (query.sort() == Sort.UNCHANGED) == forward();
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

    private String byChange() {
        var way = ascending() ? "" : " desc";
        return "p.changed_at" + way + ", p.participant_id" + way;
    }

    /** Looked up, so that no name stands in an address; the person may be gone, then any name comes after. */
    private static String nameOfPosition() {
        return "coalesce((select b.sort_name from participant.pub_participant b where b.participant_id = ?), '')";
    }
}
