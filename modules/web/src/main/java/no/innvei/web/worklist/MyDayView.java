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
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import no.innvei.platform.CurrentScope;
import no.innvei.web.text.NorwegianFormat;
import no.innvei.web.text.RequestLanguage;
import no.innvei.web.text.Texts;
import no.innvei.worklist.api.AdviserFilter;
import no.innvei.worklist.api.ListFilters;
import no.innvei.worklist.api.MyDay;
import no.innvei.worklist.api.MyDay.Day;
import no.innvei.worklist.api.MyDay.Group;
import no.innvei.worklist.api.MyDay.Source;
import no.innvei.worklist.api.MyDay.When;
import no.innvei.worklist.api.Phase;
import no.innvei.worklist.api.RegisterState;
import no.innvei.worklist.api.WorklistPermissions;

/** Min dag as {@code #{myDayView.…}}. */
@Named("myDayView")
@RequestScoped
public class MyDayView {

    static final String ADDRESS = "/min-dag";
    private static final String MINE = "meg";
    private static final int BAR_WIDTH = 304;
    private static final int BAR_GAP = 2;

    @Inject
    private MyDay myDay;

    @Inject
    private HttpServletRequest request;

    @Inject
    private CurrentScope scope;

    @Inject
    private Clock clock;

    private Source source;
    private boolean own;
    private Day day;
    private Texts texts;

    /** Which tasks to show. */
    public record Tab(String text, String address, boolean current, int count) {}

    /** Whose tasks are shown. */
    public record Whose(String text, String address, boolean current) {}

    /** Tasks due at the same time; {@code rest} is where the others stand, {@code null} when all are shown. */
    public record Section(String title, String note, List<TaskLine> tasks, String rest) {}

    /** One phase in the distribution; {@code x} and {@code width} in the bar, {@code tint} its colour class. */
    public record Share(String text, String address, int count, String tint, int x, int width) {}

    @PostConstruct
    void read() {
        texts = Texts.of("worklist");
        var wanted = request.getParameter("vis");
        source = Arrays.stream(Source.values())
                .filter(s -> code(s).equals(wanted))
                .findFirst()
                .orElse(Source.ALL);
        own = MINE.equals(request.getParameter("hvem"));
        day = isAllowed() ? myDay.day(source, own) : null;
    }

    /** Reads before the first line is written, so that a failure still has a page of its own. */
    public void open() {
        // reading was done when the bean was made
    }

    /** Whether the user's role has tasks here; otherwise the page says so, because everyone begins on it. */
    public boolean isAllowed() {
        return scope.holds(WorklistPermissions.DAY);
    }

    public LocalDate getDate() {
        return LocalDate.now(clock);
    }

    public List<Tab> getTabs() {
        return Arrays.stream(Source.values())
                .map(s -> new Tab(
                        texts.get("day.tab." + code(s)),
                        address(s, own),
                        s == source,
                        day.counts().get(s)))
                .toList();
    }

    /** Everybody's tasks, or those of the user's own participants. */
    public List<Whose> getWhose() {
        return List.of(
                new Whose(texts.get("day.own.all"), address(source, false), !own),
                new Whose(texts.get("day.own.mine"), address(source, true), own));
    }

    private static String address(Source source, boolean own) {
        var parts = new ArrayList<String>();
        if (source != Source.ALL) {
            parts.add("vis=" + code(source));
        }
        if (own) {
            parts.add("hvem=" + MINE);
        }
        return parts.isEmpty() ? ADDRESS : ADDRESS + "?" + String.join("&", parts);
    }

    /** The list as far as the page goes: one's own, or everyone's. */
    private ListState list() {
        return own ? ListState.START.with(ListFilters.NONE.withAdviser(new AdviserFilter.Me())) : ListState.START;
    }

    /** Groups that hold something, and today's in any case. */
    public List<Section> getSections() {
        return day.groups().stream()
                .filter(group -> !group.tasks().isEmpty() || group.when() == When.NOW)
                .map(this::section)
                .toList();
    }

    private Section section(Group group) {
        var tasks =
                group.tasks().stream().map(task -> new TaskLine(task, texts)).toList();
        return new Section(texts.get("day.group." + group.when()), note(group), tasks, rest(group));
    }

    /** The list has no order of its own for the week; a filter on the deadline comes closest. */
    private String rest(Group group) {
        if (group.tasks().stream().filter(task -> !task.byItself()).count() >= group.total()) {
            return null;
        }
        int days = switch (group.when()) {
            case NOW -> 0;
            case THIS_WEEK -> 7;
            case LATER -> 60;
        };
        return list().withinDays(days).address();
    }

    private String note(Group group) {
        long shown = group.tasks().stream().filter(task -> !task.byItself()).count();
        if (shown < group.total()) {
            return texts.get("day.group.some", shown, group.total());
        }
        var count = texts.get(group.total() == 1 ? "day.group.one" : "day.group.many", group.total());
        return group.when() == When.THIS_WEEK
                ? texts.get(
                        "day.group.toSunday",
                        count,
                        NorwegianFormat.weekday(day.sunday(), RequestLanguage.current()),
                        NorwegianFormat.date(day.sunday()))
                : count;
    }

    /** Said where today's tasks would be. */
    public String getNothing() {
        return day.next() == null
                ? texts.get("day.nothing")
                : texts.get("day.nothing.next", NorwegianFormat.longDay(day.next(), RequestLanguage.current()));
    }

    public List<TaskLine> getRefused() {
        return day.refused().stream().map(task -> new TaskLine(task, texts)).toList();
    }

    public int getRefusedCount() {
        return day.register().refused();
    }

    public String getRegisterNote() {
        return texts.get(
                "day.register.note", day.register().pending(), day.register().acceptedLastWeek());
    }

    public String getAllRefusedAddress() {
        return list().withRegister(Set.of(RegisterState.REFUSED)).address();
    }

    public String getListAddress() {
        return list().address();
    }

    public int getPeople() {
        return day.phases().values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Phases that hold anybody, with their part of the bar. */
    public List<Share> getShares() {
        var present = EnumSet.allOf(Phase.class);
        present.removeIf(phase -> day.phases().getOrDefault(phase, 0) == 0);
        int people = Math.max(1, getPeople());
        int room = BAR_WIDTH - BAR_GAP * Math.max(0, present.size() - 1);
        var shares = new ArrayList<Share>();
        int x = 0;
        for (var phase : present) {
            int count = day.phases().get(phase);
            int width = Math.max(2, room * count / people);
            shares.add(new Share(
                    texts.get("phase." + ListState.code(phase)),
                    list().withPhases(Set.of(phase)).address(),
                    count,
                    tint(phase),
                    x,
                    width));
            x += width + BAR_GAP;
        }
        return shares;
    }

    private static String tint(Phase phase) {
        return switch (phase) {
            case EXPECTED -> "s3";
            case BEFORE_DECISION -> "s5";
            case BEFORE_START -> "s2";
            case IN_PROGRAMME -> "s1";
            case ENDED -> "s4";
            case NO_PROGRAMME -> "s3";
        };
    }

    private static String code(Source source) {
        return switch (source) {
            case ALL -> "alle";
            case DEADLINES -> "frister";
            case REGISTER -> "registeret";
        };
    }
}
