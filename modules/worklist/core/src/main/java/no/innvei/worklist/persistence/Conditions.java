package no.innvei.worklist.persistence;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import no.innvei.worklist.api.AdviserFilter;
import no.innvei.worklist.api.ListFilters;
import no.innvei.worklist.api.ListSettings;
import no.innvei.worklist.api.MissingFact;
import no.innvei.worklist.api.Phase;
import no.innvei.worklist.api.RegisterState;
import no.innvei.worklist.api.RightsCategory;
import no.innvei.worklist.domain.Search;
import no.innvei.worklist.domain.Viewer;

/**
 * Which people a list holds, as conditions on {@code p} (the person), {@code g} (her case, which may be missing) and, with a limit on the deadline,
 * {@code n} (her nearest one). The same for the page, the count and the file, so that they never disagree.
 */
final class Conditions {

    /** Somebody has the part on a day; binds the day twice. */
    static final String TODAY = "a.valid_from <= ? and (a.valid_to is null or a.valid_to >= ?)";

    private static final String HAS_ADVISER =
            "exists (select 1 from participant.pub_assignment a where a.participant_id = p.participant_id and a.part = 'ADVISER' and "
                    + TODAY + ")";

    private static final String CUTOFF =
            "(?::timestamptz - make_interval(days => coalesce((select s.untouched_days from worklist.tenant_setting s limit 1), "
                    + ListSettings.DEFAULT_UNTOUCHED_DAYS + ")))";

    /** Phases that the programme alone decides, as introduction writes them; {@link Fragments#PHASE} says the same. */
    private static final Map<Phase, String> OF_THE_PROGRAMME =
            Map.of(Phase.BEFORE_START, "DECIDED", Phase.IN_PROGRAMME, "IN_PROGRAMME", Phase.ENDED, "ENDED");

    private final ListFilters filters;
    private final Search search;
    private final Viewer viewer;

    Conditions(ListFilters filters, Search search, Viewer viewer) {
        this.filters = filters;
        this.search = search;
        this.viewer = viewer;
    }

    /** The view {@code p} is read from: permit and settlement lie in tables of their own, which are read only where somebody asks for them. */
    String people() {
        if (filters.missing().contains(MissingFact.PERMIT)) {
            return "participant.pub_participant";
        }
        return asksForSettlement() ? "participant.pub_settled_person" : "participant.pub_person";
    }

    private boolean asksForSettlement() {
        return filters.missing().contains(MissingFact.SETTLEMENT)
                || !OF_THE_PROGRAMME.keySet().containsAll(filters.phases());
    }

    /** Whether a condition is on {@code g}. */
    boolean askForCase() {
        return !filters.phases().isEmpty() || !filters.categories().isEmpty() || filters.untouched();
    }

    /** Nobody on the list has an adviser today. */
    boolean nobodyHasThem() {
        return filters.adviser() instanceof AdviserFilter.Nobody
                || filters.missing().equals(Set.of(MissingFact.ADVISER));
    }

    /** Everybody on the list has an adviser today. */
    boolean somebodyHasThem() {
        return filters.adviser() instanceof AdviserFilter.User || filters.office() != null;
    }

    private LocalDate today() {
        return viewer.today();
    }

    void add(Sql sql) {
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
        if (!filters.phases().isEmpty() && OF_THE_PROGRAMME.keySet().containsAll(filters.phases())) {
            sql.and(
                    "g.participant_id is not null and g.phase in ("
                            + marks(filters.phases().size()) + ")",
                    filters.phases().stream()
                            .map(OF_THE_PROGRAMME::get)
                            .sorted()
                            .toArray());
        } else if (!filters.phases().isEmpty()) {
            sql.and(Fragments.PHASE + " in (" + marks(filters.phases().size()) + ")", with(today(), filters.phases()));
        }
        if (!filters.register().isEmpty()) {
            sql.add("and (false");
            filters.register().stream().sorted().forEach(state -> sql.add("or " + inState(state)));
            sql.add(")");
        }
        if (filters.deadlineWithinDays() != null) {
            sql.and("n.due_on <= ?", today().plusDays(filters.deadlineWithinDays()));
        }
        addCategories(sql);
        if (filters.office() != null) {
            sql.and(
                    "p.participant_id in (select a.participant_id from participant.pub_assignment a where a.office_id = ? and a.part = 'ADVISER' and "
                            + TODAY + ")",
                    filters.office(),
                    today(),
                    today());
        }
        addAdviser(sql);
        if (!filters.missing().isEmpty()) {
            sql.add("and (false");
            filters.missing().stream().sorted().forEach(fact -> addMissing(sql, fact));
            sql.add(")");
        }
        if (filters.untouched()) {
            addUntouched(sql, viewer.now());
        }
    }

    private void addCategories(Sql sql) {
        if (filters.categories().isEmpty()) {
            return;
        }
        sql.add("and (false");
        filters.categories().stream().sorted().forEach(category -> {
            switch (category) {
                case RIGHT_AND_DUTY, RIGHT_ONLY, MAY_BE_OFFERED -> sql.add("or g.category = ?", category.name());
                case NONE -> sql.add("or g.participant_id is null or g.category = ?", RightsCategory.NONE.name());
                case OPEN -> sql.add("or g.participant_id is not null and g.category is null");
            }
        });
        sql.add(")");
    }

    private void addAdviser(Sql sql) {
        switch (filters.adviser()) {
            case null -> {
                // whoever has them
            }
            case AdviserFilter.Me me -> sql.and(ofUser("p.participant_id", ""), viewer.user(), today(), today());
            case AdviserFilter.User someone ->
                sql.and(ofUser("p.participant_id", "a.part = 'ADVISER' and "), someone.user(), today(), today());
            case AdviserFilter.Nobody nobody -> sql.and("not " + HAS_ADVISER, today(), today());
        }
    }

    /** Binds the user and the day twice. */
    static String ofUser(String participant, String part) {
        return participant + " in (select a.participant_id from participant.pub_assignment a where a.user_id = ? and "
                + part + TODAY + ")";
    }

    private void addMissing(Sql sql, MissingFact fact) {
        switch (fact) {
            case EDUCATION -> sql.add("or p.education is null");
            case PERMIT -> sql.add("or p.permit_basis is null");
            case SETTLEMENT -> sql.add("or p.settled_on is null");
            case LANGUAGE -> sql.add("or p.mother_tongue is null");
            case ADVISER -> sql.add("or not " + HAS_ADVISER, today(), today());
        }
    }

    /** The limit is one number for the whole statement, so the index on the time of change can be used. */
    private static void addUntouched(Sql sql, OffsetDateTime now) {
        sql.and("p.changed_at < " + CUTOFF, now)
                .and("(g.changed_at is null or g.changed_at < " + CUTOFF + ")", now)
                .and("coalesce(g.plan_approved_at, '-infinity') < " + CUTOFF, now)
                .and(
                        "not exists (select 1 from registersync.pub_item i where i.participant_id = p.participant_id and i.changed_at >= "
                                + CUTOFF + ")",
                        now);
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
