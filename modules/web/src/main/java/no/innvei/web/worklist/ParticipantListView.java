package no.innvei.web.worklist;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import no.innvei.kernel.Page;
import no.innvei.participant.api.ParticipantPermissions;
import no.innvei.platform.CurrentScope;
import no.innvei.tenancy.api.Colleagues;
import no.innvei.tenancy.api.Colleagues.Colleague;
import no.innvei.web.text.Texts;
import no.innvei.worklist.api.AdviserFilter;
import no.innvei.worklist.api.ListFilters;
import no.innvei.worklist.api.ListSettings;
import no.innvei.worklist.api.MissingFact;
import no.innvei.worklist.api.ParticipantList;
import no.innvei.worklist.api.ParticipantList.ListOutcome;
import no.innvei.worklist.api.ParticipantList.Row;
import no.innvei.worklist.api.ParticipantList.Sort;
import no.innvei.worklist.api.Phase;
import no.innvei.worklist.api.RegisterState;
import no.innvei.worklist.api.RightsCategory;
import no.innvei.worklist.api.SavedViews;
import no.innvei.worklist.api.SavedViews.SavedView;
import no.innvei.worklist.api.WorklistPermissions;

/** The list of participants as {@code #{participantListView.…}}; everything it shows is decided by the address. */
@Named("participantListView")
@RequestScoped
public class ParticipantListView {

    @Inject
    private ParticipantList participants;

    @Inject
    private SavedViews views;

    @Inject
    private ListSettings settings;

    @Inject
    private Colleagues colleagues;

    @Inject
    private CurrentScope scope;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Clock clock;

    private ListState state;
    private SearchMemory.Search search;
    private boolean searchGone;
    private Page<Row> page;
    private Integer total;
    private List<Colleague> advisers;
    private List<SavedView> saved;
    private Selection selection;

    /** A filter that is on, and the address of the list without it. */
    public record Chip(String text, String without) {}

    /** A saved view over the list. */
    public record Tab(String text, String address, boolean current) {}

    /** A value a form must send along, so that the rest of the list stays. */
    public record Hidden(String name, String value) {

        static Hidden of(ListState.Parameter parameter) {
            return new Hidden(parameter.name(), parameter.value());
        }
    }

    /** One box in the filter form, or one choice in a list. */
    public record Box(String value, String text, boolean chosen) {}

    @PostConstruct
    void read() {
        state = ListState.of(request::getParameterValues);
        var remembered = SearchMemory.recall(request, state.handle());
        search = remembered.orElse(null);
        searchGone = state.handle() != null && remembered.isEmpty();
        if (searchGone) {
            state = state.searching(null);
        }
        page = search != null && search.findsNobody() ? Page.empty() : find();
        if (state.counted()) {
            total = search != null && search.findsNobody()
                    ? 0
                    : participants.count(state.query(search == null ? null : search.words()));
        }
        selection = Selection.of(request);
    }

    /** Reads before the first line is written, so that a refusal still has a page of its own. */
    public void open() {
        // reading was done when the bean was made
    }

    /** A cursor that is no good any more, because a filter or the key changed, leads to the first page. */
    private Page<Row> find() {
        var words = search == null ? null : search.words();
        return switch (participants.list(state.query(words))) {
            case ListOutcome.Found found -> found.page();
            case ListOutcome.CursorRefused refused -> {
                state = state.at(null);
                yield participants.list(state.query(words)) instanceof ListOutcome.Found found
                        ? found.page()
                        : Page.empty();
            }
        };
    }

    public List<RowLine> getRows() {
        var today = LocalDate.now(clock);
        return page.rows().stream()
                .map(row -> new RowLine(row, today, selection.holds(row.participant())))
                .toList();
    }

    public boolean isNobody() {
        return page.rows().isEmpty();
    }

    /** As typed; {@code null} without a search. */
    public String getWords() {
        return search == null ? null : search.words();
    }

    /** What the box shows: nothing when an identity number found nobody. */
    public String getTyped() {
        return search == null || search.findsNobody() ? "" : search.words();
    }

    public boolean isSearchGone() {
        return searchGone;
    }

    public boolean isFiltered() {
        return state.filtered();
    }

    /** Why there is nothing, and what to do. */
    public String getNothing() {
        var texts = Texts.of("worklist");
        if (search != null) {
            return texts.get(state.filtered() ? "list.nothing.searchAndFilter" : "list.nothing.search", search.words());
        }
        if (state.filtered()) {
            return texts.get(
                    "list.nothing.filter", getChips().stream().map(Chip::text).collect(Collectors.joining(" · ")));
        }
        return texts.get("list.nothing.yet");
    }

    /** The usual lists, then the user's own. */
    public List<Tab> getTabs() {
        var bare = state.unfiltered();
        var filters = ListFilters.NONE;
        var tabs = new ArrayList<Tab>();
        tabs.add(tab("list.tab.all", bare));
        tabs.add(tab("list.tab.mine", bare.with(filters.withAdviser(new AdviserFilter.Me()))));
        tabs.add(tab("list.tab.nobodys", bare.with(filters.withAdviser(new AdviserFilter.Nobody()))));
        tabs.add(tab("list.tab.beforeDecision", bare.withPhases(Set.of(Phase.BEFORE_DECISION))));
        tabs.add(tab("list.tab.inProgramme", bare.withPhases(Set.of(Phase.BEFORE_START, Phase.IN_PROGRAMME))));
        tabs.add(tab("list.tab.due", bare.withinDays(30)));
        tabs.add(tab("list.tab.refused", bare.withRegister(Set.of(RegisterState.REFUSED))));
        tabs.add(tab(
                "list.tab.untouched",
                bare.with(filters.withUntouched(true)
                        .withPhases(Set.of(
                                Phase.EXPECTED, Phase.BEFORE_DECISION, Phase.BEFORE_START, Phase.IN_PROGRAMME)))));
        for (var view : saved()) {
            var target = ListState.ofQuery(view.query());
            tabs.add(new Tab(view.name(), target.address(), target.equals(state.bare())));
        }
        return tabs;
    }

    /** A list the user has kept under a name is called by that name. */
    private Tab tab(String key, ListState target) {
        boolean named = saved().stream()
                .anyMatch(view -> ListState.ofQuery(view.query()).equals(state.bare()));
        return new Tab(
                Texts.of("worklist").get(key),
                target.address(),
                !named && target.filters().equals(state.filters()));
    }

    private List<SavedView> saved() {
        if (saved == null) {
            saved = views.own();
        }
        return saved;
    }

    /** The user's own lists, to remove them. */
    public List<SavedView> getOwnViews() {
        return saved();
    }

    /** What a new saved view remembers. */
    public String getQuery() {
        return state.query();
    }

    public List<Chip> getChips() {
        var texts = Texts.of("worklist");
        var chips = new ArrayList<Chip>();
        var filters = state.filters();
        if (!filters.phases().isEmpty()) {
            var names = filters.phases().stream()
                    .sorted()
                    .map(each -> texts.get("phase." + ListState.code(each)))
                    .toList();
            chips.add(chip(texts.get("list.chip.phase", joined(names)), filters.withPhases(Set.of())));
        }
        if (!filters.register().isEmpty()) {
            var names = filters.register().stream()
                    .sorted()
                    .map(each -> texts.get("register." + ListState.code(each)))
                    .toList();
            chips.add(chip(texts.get("list.chip.register", joined(names)), filters.withRegister(Set.of())));
        }
        if (filters.deadlineWithinDays() != null) {
            chips.add(chip(texts.get("list.within." + filters.deadlineWithinDays()), filters.withinDays(null)));
        }
        if (!filters.categories().isEmpty()) {
            var names = filters.categories().stream()
                    .sorted()
                    .map(each -> texts.get("category." + ListState.code(each)))
                    .toList();
            chips.add(chip(texts.get("list.chip.category", joined(names)), filters.withCategories(Set.of())));
        }
        if (filters.office() != null) {
            chips.add(chip(texts.get("list.chip.office", officeName(filters.office())), filters.withOffice(null)));
        }
        if (filters.adviser() != null) {
            chips.add(chip(adviserWords(filters.adviser(), texts), filters.withAdviser(null)));
        }
        if (!filters.missing().isEmpty()) {
            var names = filters.missing().stream()
                    .sorted()
                    .map(each -> texts.get("missing." + ListState.code(each)))
                    .toList();
            chips.add(chip(texts.get("list.chip.missing", joined(names)), filters.withMissing(Set.of())));
        }
        if (filters.untouched()) {
            chips.add(chip(texts.get("list.chip.untouched"), filters.withUntouched(false)));
        }
        if (search != null) {
            chips.add(new Chip(
                    texts.get("list.chip.search", search.words()),
                    state.searching(null).address()));
        }
        return chips;
    }

    private Chip chip(String text, ListFilters without) {
        return new Chip(text, state.with(without).address());
    }

    private String adviserWords(AdviserFilter adviser, Texts texts) {
        return switch (adviser) {
            case AdviserFilter.Me me -> texts.get("list.chip.mine");
            case AdviserFilter.Nobody nobody -> texts.get("list.chip.nobody");
            case AdviserFilter.User someone ->
                texts.get(
                        "list.chip.adviser",
                        advisers().stream()
                                .filter(each -> each.user().equals(someone.user()))
                                .map(Colleague::name)
                                .findFirst()
                                .orElseGet(() -> colleagues
                                        .names(Set.of(someone.user()))
                                        .getOrDefault(someone.user(), texts.get("list.adviser.gone"))));
        };
    }

    private String officeName(UUID office) {
        return advisers().stream()
                .filter(each -> each.office().equals(office))
                .map(Colleague::officeName)
                .findFirst()
                .orElseGet(() -> colleagues.offices().getOrDefault(office, ""));
    }

    private List<Colleague> advisers() {
        if (advisers == null) {
            advisers = colleagues.advisers(LocalDate.now(clock));
        }
        return advisers;
    }

    private static String joined(List<String> names) {
        return names.stream()
                .map(name -> Character.toLowerCase(name.charAt(0)) + name.substring(1))
                .collect(Collectors.joining(", "));
    }

    public String getWithoutFilters() {
        return state.unfiltered().address();
    }

    public List<Box> getPhaseBoxes() {
        var texts = Texts.of("worklist");
        return Arrays.stream(Phase.values())
                .map(p -> new Box(
                        ListState.code(p),
                        texts.get("phase." + ListState.code(p)),
                        state.phases().contains(p)))
                .toList();
    }

    public List<Box> getRegisterBoxes() {
        var texts = Texts.of("worklist");
        return Arrays.stream(RegisterState.values())
                .sorted(Comparator.reverseOrder())
                .map(r -> new Box(
                        ListState.code(r),
                        texts.get("register." + ListState.code(r)),
                        state.register().contains(r)))
                .toList();
    }

    public List<Box> getDayBoxes() {
        var texts = Texts.of("worklist");
        var boxes = new ArrayList<Box>();
        boxes.add(new Box("", texts.get("list.filter.anyDeadline"), state.withinDays() == null));
        ListState.DAYS.forEach(days ->
                boxes.add(new Box(days.toString(), texts.get("list.within." + days), days.equals(state.withinDays()))));
        return boxes;
    }

    public List<Box> getSizeBoxes() {
        return ListState.SIZES.stream()
                .map(size -> new Box(size.toString(), size.toString(), size == state.size()))
                .toList();
    }

    public List<Box> getCategoryBoxes() {
        return Arrays.stream(RightsCategory.values())
                .map(each -> new Box(
                        ListState.code(each),
                        Texts.of("worklist").get("category." + ListState.code(each)),
                        state.filters().categories().contains(each)))
                .toList();
    }

    public List<Box> getMissingBoxes() {
        return Arrays.stream(MissingFact.values())
                .map(each -> new Box(
                        ListState.code(each),
                        Texts.of("worklist").get("missing." + ListState.code(each)),
                        state.filters().missing().contains(each)))
                .toList();
    }

    public List<Box> getAdviserBoxes() {
        var texts = Texts.of("worklist");
        var chosen = state.filters().adviser() == null
                ? ""
                : ListState.code(state.filters().adviser());
        var boxes = new ArrayList<Box>();
        boxes.add(new Box("", texts.get("list.filter.anyAdviser"), chosen.isEmpty()));
        for (var filter : List.of(new AdviserFilter.Me(), new AdviserFilter.Nobody())) {
            var code = ListState.code(filter);
            boxes.add(new Box(code, texts.get("list.filter.adviser." + code), code.equals(chosen)));
        }
        advisers().stream()
                .filter(distinctUser())
                .map(each -> new Box(
                        each.user().toString(),
                        each.name(),
                        each.user().toString().equals(chosen)))
                .forEach(boxes::add);
        return boxes;
    }

    private static Predicate<Colleague> distinctUser() {
        var seen = new HashSet<UUID>();
        return each -> seen.add(each.user());
    }

    /** Offices where somebody follows up participants. */
    public List<Box> getOfficeBoxes() {
        var boxes = new ArrayList<Box>();
        boxes.add(new Box(
                "",
                Texts.of("worklist").get("list.filter.anyOffice"),
                state.filters().office() == null));
        advisers().stream()
                .collect(Collectors.toMap(Colleague::officeName, Colleague::office, (one, other) -> one, TreeMap::new))
                .forEach((name, office) -> boxes.add(new Box(
                        office.toString(), name, office.equals(state.filters().office()))));
        return boxes;
    }

    public boolean isUntouched() {
        return state.filters().untouched();
    }

    public List<Box> getColumnBoxes() {
        return Arrays.stream(Column.values())
                .map(column -> new Box(
                        column.code(), Texts.of("worklist").get("list.column." + column.code()), state.shows(column)))
                .toList();
    }

    public boolean isAiry() {
        return state.airy();
    }

    /** @param column code of {@link Column} */
    public boolean shows(String column) {
        return state.columns().stream().anyMatch(each -> each.code().equals(column));
    }

    /** What a form must send along so that the rest of the list stays as it is; without the parameter the form itself decides. */
    public List<Hidden> hidden(String... without) {
        return state.parameters().stream()
                .filter(each -> !each.name().equals("etter")
                        && !each.name().equals("tell")
                        && !List.of(without).contains(each.name()))
                .map(Hidden::of)
                .toList();
    }

    /** The form of the filters decides all of them. */
    public List<Hidden> getBesideFilters() {
        return hidden("fase", "register", "frist", "kategori", "kontor", "veileder", "mangler", "urort");
    }

    /** What a column's heading sends: the same order again turns that of changes. */
    public String sortOf(String column) {
        return column.equals("endret") && state.sort() == Sort.CHANGED ? ListState.code(Sort.UNCHANGED) : column;
    }

    /** For {@code aria-sort}. */
    public String orderOf(String column) {
        return switch (state.sort()) {
            case CHANGED -> column.equals("endret") ? "descending" : "none";
            case UNCHANGED -> column.equals("endret") ? "ascending" : "none";
            case NAME, DEADLINE, ADVISER -> column.equals(ListState.code(state.sort())) ? "ascending" : "none";
        };
    }

    public String getCaption() {
        return Texts.of("worklist").get("list.caption." + ListState.code(state.sort()));
    }

    public String getTableClass() {
        return "ds-table iv-kortliste" + (state.airy() ? " iv-luftig" : "") + (isSelecting() ? "" : " iv-uten-valg");
    }

    public String getUntouchedHelp() {
        return Texts.of("worklist")
                .get("list.filter.untouched.help", settings.now().untouchedDays());
    }

    public String getExportHelp() {
        return Texts.of("worklist").get("list.export.help", ParticipantList.MOST_AT_ONCE);
    }

    /** The whole address, place in the list included. */
    public List<Hidden> getEverything() {
        return state.parameters().stream().map(Hidden::of).toList();
    }

    /** How many there are in all, once the user has asked; {@code null} before. */
    public Integer getTotal() {
        return total;
    }

    public String getTotalText() {
        return Texts.of("worklist").get(total == 1 ? "list.total.one" : "list.total", total);
    }

    /** The same page with the number of hits. */
    public String getCounting() {
        return state.counting(true).address();
    }

    public boolean isSelecting() {
        return scope.holds(ParticipantPermissions.REASSIGN);
    }

    public boolean isExporting() {
        return scope.holds(WorklistPermissions.EXPORT);
    }

    public String getSelectedText() {
        return Texts.of("worklist").get("list.selected", selection.size());
    }

    /** {@code null} on the last page. */
    public String getNext() {
        return page.next().map(cursor -> state.at(cursor).address()).orElse(null);
    }

    /** {@code null} on the first page. */
    public String getPrevious() {
        return page.previous().map(cursor -> state.at(cursor).address()).orElse(null);
    }

    public String getShown() {
        return Texts.of("worklist")
                .get(
                        page.previous().isPresent() ? "list.shown.later" : "list.shown.first",
                        page.rows().size());
    }
}
