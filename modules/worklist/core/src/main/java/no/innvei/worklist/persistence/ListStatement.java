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

    /** The nearest deadline of one person on the page, from her case {@code g} and what her register items {@code r} say; binds today twice. */
    private static final String NEAREST_OF_ONE = "select v.due_on, v.kind from (values (" + Fragments.CASE_DUE_ON + ", "
            + Fragments.CASE_DUE_KIND + "), (r.mend_by, 'MEND_REFUSAL'), (r.answer_by, 'REGISTER_BY')) v(due_on, kind)"
            + " where v.due_on is not null order by v.due_on, v.kind limit 1";

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
        boolean byNearest = query.sort() == Sort.DEADLINE || query.filters().deadlineWithinDays() != null;
        if (byNearest) {
            addNearest();
        }
        sql.add(byNearest ? ", page as (" : "with page as (");
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
        Fragments.addDue(sql, new Week(today), true);
        sql.add("""
                , nearest as materialized (
                  select distinct on (d.participant_id) d.participant_id, d.due_on, d.kind
                  from due d
                  order by d.participant_id, d.due_on, d.kind
                )""");
    }

    /** Everyone the list holds; {@code further} is one more condition without values, or empty. */
    private void addPeople(String further) {
        sql.add("from " + conditions.people() + " p");
        addCase();
        addNearestOfPeople();
        sql.add(further.isEmpty() ? "where true" : "where " + further);
        conditions.add(sql);
    }

    /** Only where somebody asks for it: the database cannot see that nobody does. */
    private void addCase() {
        if (conditions.askForCase()) {
            sql.add("left join introduction.pub_programme g on g.participant_id = p.participant_id");
        }
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

    /** Those with a deadline and those without; whichever comes first is read first, and the others only when the page is not full. */
    private void addPageByDeadline() {
        boolean without = query.filters().deadlineWithinDays() == null;
        boolean afterDeadlines = position != null && position.deadline() == null;
        boolean withBefore = !afterDeadlines || !forward();
        boolean restAfter = without && (position == null || afterDeadlines || forward());
        Runnable due = () -> {
            sql.add("select p.participant_id, p.sort_name, n.due_on, n.kind from nearest n")
                    .add("join " + conditions.people() + " p on p.participant_id = n.participant_id");
            addCase();
            sql.add("where true");
            conditions.add(sql);
            if (position != null && position.deadline() != null) {
                sql.and(
                        "(n.due_on, p.sort_name, p.participant_id) " + beyond() + " (?, " + nameOfPosition() + ", ?)",
                        position.deadline(),
                        position.row(),
                        position.row());
            }
            sql.add("order by n.due_on" + direction() + ", " + byName());
        };
        Runnable rest = () -> {
            sql.add("select p.participant_id, p.sort_name, null::date as due_on, null::text as kind");
            addPeople("p.participant_id not in (select n.participant_id from nearest n)");
            if (afterDeadlines) {
                addAfterName();
            }
            sql.add("order by " + byName());
        };
        addParts(withBefore ? due : null, restAfter ? rest : null, "u.participant_id, u.due_on, u.kind");
        sql.add("order by u.due_on" + nullsLast() + ", u.sort_name" + direction() + ", u.participant_id" + direction())
                .add("limit ?", rows);
    }

    private void addPageByAdviser() {
        boolean afterAdvisers = position != null && position.adviser() == null;
        boolean heldBefore = !afterAdvisers || !forward();
        boolean restAfter = position == null || afterAdvisers || forward();
        Runnable held = () -> {
            sql.add("select p.participant_id, p.sort_name, m.display_name, m.user_id from tenancy.pub_colleague m")
                    .add(
                            "join participant.pub_assignment a on a.user_id = m.user_id and " + ADVISER_TODAY,
                            today,
                            today)
                    .add("join " + conditions.people() + " p on p.participant_id = a.participant_id");
            addCase();
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
            sql.add("order by m.display_name" + direction() + ", m.user_id" + direction() + ", " + byName());
        };
        Runnable rest = () -> {
            sql.add("select p.participant_id, p.sort_name, null::text as display_name, null::uuid as user_id")
                    .add("from " + conditions.people() + " p");
            addCase();
            addNearestOfPeople();
            sql.add(
                    "where p.participant_id not in (select a.participant_id from participant.pub_assignment a where "
                            + ADVISER_TODAY + ")",
                    today,
                    today);
            conditions.add(sql);
            if (afterAdvisers) {
                addAfterName();
            }
            sql.add("order by " + byName());
        };
        addParts(
                heldBefore && !conditions.nobodyHasThem() ? held : null,
                restAfter && !conditions.somebodyHasThem() ? rest : null,
                "u.participant_id");
        sql.add("order by u.display_name" + nullsLast() + ", u.user_id" + nullsLast() + ", u.sort_name" + direction()
                        + ", u.participant_id" + direction())
                .add("limit ?", rows);
    }

    /**
     * The page from two places of which the second is read only when the first does not fill it: the database asks once how many it got.
     *
     * @param some comes first going forward; {@code null} = the page has nothing from there, and likewise for {@code others}
     */
    private void addParts(Runnable some, Runnable others, String columns) {
        var first = forward() ? some : others;
        var second = forward() ? others : some;
        if (first == null && second == null) {
            sql.add("select " + columns
                    + " from (select null::uuid as participant_id, null::text as sort_name, null::date as due_on, null::text as kind,"
                    + " null::text as display_name, null::uuid as user_id where false) u");
            return;
        }
        if (first == null || second == null) {
            sql.add("select " + columns + " from (");
            (first == null ? second : first).run();
            sql.add("limit ?) u", rows);
            return;
        }
        sql.add("with one as materialized (");
        first.run();
        sql.add("limit ?)", rows).add("select " + columns + " from (select * from one union all (select * from (");
        second.run();
        sql.add("limit ?) other where (select count(*) from one) < ?)) u", rows, rows);
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
                                 max(i.accepted_at) as accepted_at,
                                 min(i.register_by) filter (where i.state = 'REFUSED') as mend_by,
                                 min(i.register_by) filter (where i.state = 'PENDING' and i.register_by <= ?) as answer_by
                          from registersync.pub_item i
                          where i.participant_id = c.participant_id) r""", new Week(today).unansweredBy())
                .add("left join lateral (" + holder("ADVISER") + ") v on true", today, today)
                .add("left join lateral (" + holder("SUBSTITUTE") + ") w on true", today, today);
        if (query.sort() == Sort.DEADLINE) {
            sql.add("left join lateral (select c.due_on, c.kind) n on true");
        } else {
            sql.add("left join lateral (" + NEAREST_OF_ONE + ") n on true", today, today);
        }
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
        return "coalesce((select b.sort_name from participant.pub_person b where b.participant_id = ?), '')";
    }
}
