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
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.innvei.kernel.Page;
import no.innvei.web.text.Texts;
import no.innvei.worklist.api.ParticipantList;
import no.innvei.worklist.api.ParticipantList.ListOutcome;
import no.innvei.worklist.api.ParticipantList.Row;
import no.innvei.worklist.api.ParticipantList.Sort;
import no.innvei.worklist.api.Phase;
import no.innvei.worklist.api.RegisterState;

/** The list of participants as {@code #{participantListView.…}}; everything it shows is decided by the address. */
@Named("participantListView")
@RequestScoped
public class ParticipantListView {

    @Inject
    private ParticipantList participants;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Clock clock;

    private ListState state;
    private SearchMemory.Search search;
    private boolean searchGone;
    private Page<Row> page;

    /** A filter that is on, and the address of the list without it. */
    public record Chip(String text, String without) {}

    /** A saved view over the list. */
    public record Tab(String text, String address, boolean current) {}

    /** One box in the filter form. */
    public record Box(String value, String text, boolean chosen) {}

    /** A value the search form must send along, so that the filters stay. */
    public record Hidden(String name, String value) {}

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
        return page.rows().stream().map(row -> new RowLine(row, today)).toList();
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

    public List<Tab> getTabs() {
        var bare = new ListState(Set.of(), Set.of(), null, state.sort(), state.size(), null, null);
        return Stream.of(
                        tab("list.tab.all", bare),
                        tab("list.tab.beforeDecision", bare.withPhases(Set.of(Phase.BEFORE_DECISION))),
                        tab("list.tab.inProgramme", bare.withPhases(Set.of(Phase.BEFORE_START, Phase.IN_PROGRAMME))),
                        tab("list.tab.due", bare.withinDays(30)),
                        tab("list.tab.refused", bare.withRegister(Set.of(RegisterState.REFUSED))))
                .toList();
    }

    private Tab tab(String key, ListState target) {
        boolean current = target.phases().equals(state.phases())
                && target.register().equals(state.register())
                && Objects.equals(target.withinDays(), state.withinDays());
        return new Tab(Texts.of("worklist").get(key), target.address(), current);
    }

    public List<Chip> getChips() {
        var texts = Texts.of("worklist");
        var chips = new ArrayList<Chip>();
        if (!state.phases().isEmpty()) {
            var names = state.phases().stream()
                    .map(p -> texts.get("phase." + ListState.code(p)))
                    .toList();
            chips.add(new Chip(
                    texts.get("list.chip.phase", joined(names)),
                    state.withPhases(Set.of()).address()));
        }
        if (!state.register().isEmpty()) {
            var names = state.register().stream()
                    .map(r -> texts.get("register." + ListState.code(r)))
                    .toList();
            chips.add(new Chip(
                    texts.get("list.chip.register", joined(names)),
                    state.withRegister(Set.of()).address()));
        }
        if (state.withinDays() != null) {
            chips.add(new Chip(
                    texts.get("list.within." + state.withinDays()),
                    state.withinDays(null).address()));
        }
        if (search != null) {
            chips.add(new Chip(
                    texts.get("list.chip.search", search.words()),
                    state.searching(null).address()));
        }
        return chips;
    }

    private static String joined(List<String> names) {
        return names.stream()
                .map(name -> Character.toLowerCase(name.charAt(0)) + name.substring(1))
                .collect(Collectors.joining(", "));
    }

    public String getWithoutFilters() {
        return new ListState(Set.of(), Set.of(), null, state.sort(), state.size(), null, null).address();
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

    /** What a form must send along so that the rest of the list stays as it is; without the parameter the form itself decides. */
    public List<Hidden> hidden(String... without) {
        var hidden = new ArrayList<Hidden>();
        state.phases().forEach(p -> hidden.add(new Hidden("fase", ListState.code(p))));
        state.register().forEach(r -> hidden.add(new Hidden("register", ListState.code(r))));
        if (state.withinDays() != null) {
            hidden.add(new Hidden("frist", state.withinDays().toString()));
        }
        hidden.add(new Hidden("sort", ListState.code(state.sort())));
        hidden.add(new Hidden("rader", String.valueOf(state.size())));
        if (search != null) {
            hidden.add(new Hidden("s", state.handle()));
        }
        hidden.removeIf(each -> List.of(without).contains(each.name()));
        return hidden;
    }

    public boolean isByName() {
        return state.sort() == Sort.NAME;
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
