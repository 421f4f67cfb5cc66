package no.innvei.worklist;

import static no.innvei.worklist.Municipality.OFFICE;
import static no.innvei.worklist.Municipality.TODAY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import no.innvei.testkit.EmbeddedDatabase;
import no.innvei.worklist.api.AdviserFilter;
import no.innvei.worklist.api.ListFilters;
import no.innvei.worklist.api.ListSettings;
import no.innvei.worklist.api.MissingFact;
import no.innvei.worklist.api.MyDay.Source;
import no.innvei.worklist.api.MyDay.Task;
import no.innvei.worklist.api.ParticipantList.ListOutcome;
import no.innvei.worklist.api.ParticipantList.Query;
import no.innvei.worklist.api.ParticipantList.Row;
import no.innvei.worklist.api.ParticipantList.Sort;
import no.innvei.worklist.api.Phase;
import no.innvei.worklist.api.RightsCategory;
import no.innvei.worklist.api.SavedViews;
import no.innvei.worklist.api.SavedViews.SaveOutcome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ListFiltersScenarioTest {

    private static final AtomicInteger TENANTS = new AtomicInteger();

    private static EmbeddedDatabase database;

    private final Municipality town = new Municipality(database, TENANTS.incrementAndGet(), 0);

    @BeforeAll
    static void migrate() throws Exception {
        database = EmbeddedDatabase.migrated("participant", "introduction", "registersync", "tenancy", "worklist");
    }

    @Test
    void the_list_can_be_narrowed_to_mine_to_a_colleagues_and_to_nobodys() throws Exception {
        var me = town.me("Anna Ås");
        var bo = town.adviser("Bo Berg");
        town.settles("Egen", "A").followedUpBy(me, "ADVISER");
        town.settles("Vikar", "B").followedUpBy(bo, "ADVISER").followedUpBy(me, "SUBSTITUTE");
        town.settles("Bos", "C").followedUpBy(bo, "ADVISER");
        town.settles("Tidligere", "D").followedUpBy(me, "ADVISER", OFFICE, TODAY.minusDays(60), TODAY.minusDays(1));
        town.settles("Ingens", "E");

        assertEquals(List.of("Egen A", "Vikar B"), found(ListFilters.NONE.withAdviser(new AdviserFilter.Me())));
        assertEquals(List.of("Vikar B", "Bos C"), found(ListFilters.NONE.withAdviser(new AdviserFilter.User(bo))));
        assertEquals(
                List.of("Tidligere D", "Ingens E"), found(ListFilters.NONE.withAdviser(new AdviserFilter.Nobody())));
        assertEquals(
                List.of("Tidligere D", "Ingens E"),
                found(ListFilters.NONE.withMissing(EnumSet.of(MissingFact.ADVISER))));
        var vikar = rows(ListFilters.NONE, Sort.NAME).get(1);
        assertEquals("Bo Berg", vikar.adviser());
        assertEquals(bo, vikar.adviserId());
        assertEquals("Anna Ås", vikar.substitute());
        assertNull(rows(ListFilters.NONE, Sort.NAME).get(4).adviser());
    }

    @Test
    void in_the_order_of_advisers_those_nobody_has_come_last() throws Exception {
        var bo = town.adviser("Bo Berg");
        var anna = town.adviser("Anna Ås");
        town.settles("Ingens", "A");
        town.settles("Bos", "B").followedUpBy(bo, "ADVISER");
        town.settles("Annas", "D").followedUpBy(anna, "ADVISER");
        town.settles("Annas", "C").followedUpBy(anna, "ADVISER");

        assertEquals(List.of("Annas C", "Annas D", "Bos B", "Ingens A"), names(rows(ListFilters.NONE, Sort.ADVISER)));
    }

    @Test
    void the_office_is_that_of_todays_adviser() throws Exception {
        var other = UUID.randomUUID();
        var anna = town.adviser("Anna Ås");
        town.settles("Her", "A").followedUpBy(anna, "ADVISER", OFFICE, TODAY, null);
        town.settles("Der", "B").followedUpBy(anna, "ADVISER", other, TODAY, null);

        assertEquals(List.of("Der B"), found(ListFilters.NONE.withOffice(other)));
    }

    @Test
    void categories_tell_the_outside_from_the_open() throws Exception {
        town.settles("Plikt", "A").mustStartBy(TODAY.plusDays(40));
        town.settles("Rett", "B").mustStartBy(TODAY.plusDays(40)).ofCategory("'RIGHT_ONLY'");
        town.settles("Åpen", "C").mustStartBy(TODAY.plusDays(40)).ofCategory("null");
        town.settles("Utenfor", "D");

        assertEquals(List.of("Plikt A"), found(category(RightsCategory.RIGHT_AND_DUTY)));
        assertEquals(List.of("Rett B", "Utenfor D"), found(category(RightsCategory.RIGHT_ONLY, RightsCategory.NONE)));
        assertEquals(List.of("Åpen C"), found(category(RightsCategory.OPEN)));
        assertEquals(List.of(), found(category(RightsCategory.MAY_BE_OFFERED)));
    }

    @Test
    void what_is_missing_can_be_listed_and_any_of_several_will_do() throws Exception {
        town.settles("Uten", "Skole");
        town.settles("Med", "Skole").knows("education", "'PRIMARY_COMPLETED'");
        town.settles("Uten", "Språk").knows("education", "'PRIMARY_COMPLETED'").knows("mother_tongue", "null");
        town.settles("Ikke", "Bosatt", null).knows("education", "'PRIMARY_COMPLETED'");

        assertEquals(List.of("Uten Skole"), found(missing(MissingFact.EDUCATION)));
        assertEquals(List.of("Uten Språk"), found(missing(MissingFact.LANGUAGE)));
        assertEquals(
                List.of("Ikke Bosatt", "Uten Skole"), found(missing(MissingFact.EDUCATION, MissingFact.SETTLEMENT)));
        assertEquals(List.of(), found(missing(MissingFact.PERMIT)));
    }

    @Test
    void untouched_is_nothing_changed_anywhere_for_as_long_as_the_tenant_says() throws Exception {
        town.settles("Lenge", "A").mustStartBy(TODAY.plusDays(3)).untouchedFor(90);
        town.settles("Nylig", "B").untouchedFor(59);
        town.settles("Registeret", "C").untouchedFor(90).inRegister("ACCEPTED", TODAY);
        town.settles("Planen", "D")
                .inProgramme(TODAY.minusMonths(4), TODAY.plusMonths(4))
                .untouchedFor(90)
                .withPlan(1);
        var untouched = ListFilters.NONE.withUntouched(true);

        assertEquals(List.of("Lenge A"), found(untouched));
        assertTrue(town.<Boolean>settings(settings -> settings.change(30, 0)));
        assertEquals(List.of("Lenge A", "Nylig B"), found(untouched));
        assertEquals(List.of("Lenge A", "Nylig B"), names(rows(untouched, Sort.UNCHANGED)));
        assertEquals(List.of("Nylig B", "Lenge A"), names(rows(untouched, Sort.CHANGED)));
    }

    @Test
    void the_number_of_days_is_the_tenants_own_and_changed_by_one_at_a_time() throws Exception {
        var other = new Municipality(database, TENANTS.incrementAndGet(), 0);

        assertEquals(new ListSettings.Settings(60, 0), town.settings(ListSettings::now));
        assertFalse(town.<Boolean>settings(settings -> settings.change(6, 0)));
        assertTrue(town.<Boolean>settings(settings -> settings.change(90, 0)));
        assertFalse(town.<Boolean>settings(settings -> settings.change(120, 0)));
        assertTrue(town.<Boolean>settings(settings -> settings.change(120, 1)));
        assertEquals(new ListSettings.Settings(120, 2), town.settings(ListSettings::now));
        assertEquals(new ListSettings.Settings(60, 0), other.settings(ListSettings::now));
    }

    @Test
    void filters_combine_and_the_count_and_the_selection_agree_with_the_list() throws Exception {
        var me = town.me("Anna Ås");
        town.settles("Min", "Plikt").mustStartBy(TODAY.plusDays(4)).followedUpBy(me, "ADVISER");
        town.settles("Min", "Utenfor").followedUpBy(me, "ADVISER");
        town.settles("Ingens", "Plikt").mustStartBy(TODAY.plusDays(4));
        var filters = category(RightsCategory.RIGHT_AND_DUTY)
                .withAdviser(new AdviserFilter.Me())
                .withPhases(EnumSet.of(Phase.BEFORE_DECISION))
                .withinDays(7);

        for (var sort : Sort.values()) {
            assertEquals(List.of("Min Plikt"), names(rows(filters, sort)));
        }
        var query = new Query(null, filters, Sort.NAME, 25, null);
        var count = town.count(query);
        assertEquals(1, count.value());
        assertEquals(1, count.statements());
        assertEquals(1, town.everyoneOf(query).value().size());
        assertEquals(
                3,
                town.count(new Query(null, ListFilters.NONE, Sort.NAME, 25, null))
                        .value());
    }

    @Test
    void a_file_of_the_list_is_one_statement_and_everybody_in_it_is_written_down() throws Exception {
        var a = town.settles("En", "A");
        var b = town.settles("To", "B");
        town.settles("Skjult", "C").protectedAt(1);

        var file = town.export(new Query(null, ListFilters.NONE, Sort.NAME, 25, null));

        assertEquals(List.of("En A", "To B"), names(file.value()));
        assertEquals(1, file.statements());
        assertEquals(List.of(a.id, b.id), town.seen());
    }

    @Test
    void a_protected_person_is_in_no_filter_count_or_selection_without_clearance() throws Exception {
        var me = town.me("Anna Ås");
        town.settles("Skjult", "Person")
                .followedUpBy(me, "ADVISER")
                .protectedAt(2)
                .untouchedFor(90);

        for (var filters : List.of(
                ListFilters.NONE.withAdviser(new AdviserFilter.Me()),
                ListFilters.NONE.withOffice(OFFICE),
                ListFilters.NONE.withUntouched(true),
                missing(MissingFact.EDUCATION),
                category(RightsCategory.NONE))) {
            var query = new Query(null, filters, Sort.ADVISER, 25, null);
            assertEquals(List.of(), found(filters));
            assertEquals(0, town.count(query).value());
            assertEquals(List.of(), town.everyoneOf(query).value());
        }
    }

    @Test
    void another_municipality_sees_neither_the_people_nor_the_views() throws Exception {
        var me = town.me("Anna Ås");
        town.settles("Egen", "A").followedUpBy(me, "ADVISER");
        town.views(views -> views.save("Mine", "veileder=meg"));
        var other = new Municipality(database, TENANTS.incrementAndGet(), 0);

        assertEquals(
                0,
                other.count(new Query(null, ListFilters.NONE, Sort.ADVISER, 25, null))
                        .value());
        assertEquals(List.of(), other.views(SavedViews::own));
    }

    @Test
    void views_are_kept_by_name_replaced_renamed_and_removed_by_their_owner_only() throws Exception {
        var saved = assertInstanceOf(
                SaveOutcome.Saved.class, town.views(views -> views.save("  Mine   i program ", "veileder=meg")));
        var colleague = town.seenWithClearance(0);

        assertEquals("Mine i program", saved.view().name());
        assertEquals(List.of(saved.view()), town.views(SavedViews::own));
        assertEquals(List.of(), colleague.views(SavedViews::own));
        assertFalse(colleague.<Boolean>views(views -> views.remove(saved.view().id())));
        var replaced = assertInstanceOf(
                SaveOutcome.Saved.class, town.views(views -> views.save("Mine i program", "fase=i-program")));
        assertTrue(replaced.replaced());
        assertEquals(2, replaced.view().version());
        assertInstanceOf(
                SaveOutcome.ChangedMeanwhile.class,
                town.views(views -> views.change(saved.view().id(), 1, "Nytt navn", "")));
        assertInstanceOf(
                SaveOutcome.Saved.class,
                town.views(views -> views.change(saved.view().id(), 2, "Nytt navn", "")));
        assertInstanceOf(SaveOutcome.NameNotPossible.class, town.views(views -> views.save(" ", "")));
        assertTrue(town.<Boolean>views(views -> views.remove(saved.view().id())));
        for (int i = 0; i < SavedViews.MOST; i++) {
            var name = "Visning " + i;
            assertInstanceOf(SaveOutcome.Saved.class, town.views(views -> views.save(name, "")));
        }
        assertInstanceOf(SaveOutcome.TooMany.class, town.views(views -> views.save("En til", "")));
    }

    @Test
    void my_day_can_be_mine_alone_with_as_many_statements() throws Exception {
        var me = town.me("Anna Ås");
        town.settles("Min", "Frist")
                .mustStartBy(TODAY)
                .followedUpBy(me, "ADVISER")
                .inRegister("REFUSED", TODAY);
        town.settles("Annens", "Frist").mustStartBy(TODAY).inRegister("REFUSED", TODAY);

        var own = town.ownDay(Source.ALL);

        assertEquals(2, own.statements());
        assertEquals(
                List.of("Min Frist", "Min Frist"),
                own.value().groups().get(0).tasks().stream().map(Task::name).toList());
        assertEquals(2, own.value().counts().get(Source.ALL));
        assertEquals(Map.of(Phase.BEFORE_DECISION, 1), own.value().phases());
        assertEquals(1, own.value().register().refused());
        assertEquals(4, town.day(Source.ALL).value().counts().get(Source.ALL));
    }

    private static ListFilters category(RightsCategory... categories) {
        return ListFilters.NONE.withCategories(Set.of(categories));
    }

    private static ListFilters missing(MissingFact... facts) {
        return ListFilters.NONE.withMissing(Set.of(facts));
    }

    private List<String> found(ListFilters filters) throws Exception {
        return names(rows(filters, Sort.NAME));
    }

    /** Every page costs one statement, whatever the filter. */
    private List<Row> rows(ListFilters filters, Sort sort) throws Exception {
        var counted = town.list(new Query(null, filters, sort, 25, null));
        assertEquals(1, counted.statements());
        return assertInstanceOf(ListOutcome.Found.class, counted.value()).page().rows();
    }

    private static List<String> names(List<Row> rows) {
        return rows.stream().map(Row::name).toList();
    }
}
