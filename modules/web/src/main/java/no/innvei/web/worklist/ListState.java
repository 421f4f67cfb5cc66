package no.innvei.web.worklist;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.innvei.worklist.api.AdviserFilter;
import no.innvei.worklist.api.ListFilters;
import no.innvei.worklist.api.MissingFact;
import no.innvei.worklist.api.ParticipantList.Query;
import no.innvei.worklist.api.ParticipantList.Sort;
import no.innvei.worklist.api.Phase;
import no.innvei.worklist.api.RegisterState;
import no.innvei.worklist.api.RightsCategory;

/**
 * What the list of participants shows, as it stands in the address: codes, ids, a cursor and the handle of a search, never a name or a number.
 *
 * @param handle of the words in {@link SearchMemory}; {@code null} = no search
 * @param columns those shown beside the name
 * @param airy more room between the rows
 * @param counted the user has asked how many there are
 */
record ListState(
        ListFilters filters,
        Sort sort,
        int size,
        String cursor,
        String handle,
        Set<Column> columns,
        boolean airy,
        boolean counted) {

    static final String ADDRESS = "/deltakere";
    static final ListState START =
            new ListState(ListFilters.NONE, Sort.DEADLINE, 25, null, null, Column.USUAL, false, false);
    static final List<Integer> DAYS = List.of(0, 7, 30, 60);
    static final List<Integer> SIZES = List.of(25, 50, 100);

    private static final String ME = "meg";
    private static final String NOBODY = "ingen";
    private static final String ON = "1";

    ListState {
        columns = ordered(Column.class, columns);
    }

    ListState(
            Set<Phase> phases,
            Set<RegisterState> register,
            Integer withinDays,
            Sort sort,
            int size,
            String cursor,
            String handle) {
        this(ListFilters.of(phases, register, withinDays), sort, size, cursor, handle, Column.USUAL, false, false);
    }

    /** @param values all values of a parameter, or {@code null}; whatever is no code of ours is left out */
    static ListState of(Function<String, String[]> values) {
        var columns = codes(values, "kol", Column.values(), Column::code);
        return new ListState(
                new ListFilters(
                        codes(values, "fase", Phase.values(), ListState::code),
                        codes(values, "register", RegisterState.values(), ListState::code),
                        number(first(values, "frist"), DAYS, null),
                        codes(values, "kategori", RightsCategory.values(), ListState::code),
                        id(first(values, "kontor")),
                        adviser(first(values, "veileder")),
                        codes(values, "mangler", MissingFact.values(), ListState::code),
                        first(values, "urort").equals(ON)),
                Arrays.stream(Sort.values())
                        .filter(sort -> code(sort).equals(first(values, "sort")))
                        .findFirst()
                        .orElse(Sort.DEADLINE),
                number(first(values, "rader"), SIZES, START.size),
                cursorOf(first(values, "etter")),
                SearchMemory.isHandle(first(values, "s")) ? first(values, "s") : null,
                columns.isEmpty() ? Column.USUAL : columns,
                first(values, "luftig").equals(ON),
                first(values, "tell").equals(ON));
    }

    /** What a saved view remembers: no search, no place. */
    static ListState ofQuery(String query) {
        var values = new LinkedHashMap<String, String[]>();
        for (var part : query.split("&")) {
            var named = part.split("=", 2);
            if (named.length == 2) {
                values.put(named[0], new String[] {named[1]});
            }
        }
        return of(values::get).bare();
    }

    Set<Phase> phases() {
        return filters.phases();
    }

    Set<RegisterState> register() {
        return filters.register();
    }

    Integer withinDays() {
        return filters.deadlineWithinDays();
    }

    /** Changing what is listed begins at the first page. */
    ListState with(ListFilters changed) {
        return new ListState(changed, sort, size, null, handle, columns, airy, counted);
    }

    ListState withPhases(Set<Phase> changed) {
        return with(filters.withPhases(changed));
    }

    ListState withRegister(Set<RegisterState> changed) {
        return with(filters.withRegister(changed));
    }

    ListState withinDays(Integer changed) {
        return with(filters.withinDays(changed));
    }

    ListState sortedBy(Sort changed) {
        return new ListState(filters, changed, size, null, handle, columns, airy, counted);
    }

    ListState at(String changed) {
        return new ListState(filters, sort, size, changed, handle, columns, airy, counted);
    }

    ListState searching(String changed) {
        return new ListState(filters, sort, size, null, changed, columns, airy, counted);
    }

    ListState counting(boolean changed) {
        return new ListState(filters, sort, size, cursor, handle, columns, airy, changed);
    }

    /** Without a search and at the first page. */
    ListState bare() {
        return new ListState(filters, sort, size, null, null, columns, airy, false);
    }

    /** The same look over everyone. */
    ListState unfiltered() {
        return bare().with(ListFilters.NONE);
    }

    boolean shows(Column column) {
        return columns.contains(column);
    }

    boolean filtered() {
        return !filters.equals(ListFilters.NONE);
    }

    Query query(String words) {
        return new Query(words, filters, sort, size, cursor);
    }

    /** The shortest address that says this. */
    String address() {
        var query = parameters().stream()
                .map(each -> each.name() + "=" + each.value())
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? ADDRESS : ADDRESS + "?" + query;
    }

    /** The address without its path, for a saved view. */
    String query() {
        var address = bare().address();
        return address.equals(ADDRESS) ? "" : address.substring(ADDRESS.length() + 1);
    }

    /** One parameter of the address, or a hidden field that says the same in a form. */
    record Parameter(String name, String value) {}

    /** Only what differs from the start; a filter with several values has them with commas. */
    List<Parameter> parameters() {
        var parts = new ArrayList<Parameter>();
        add(parts, "fase", phases().stream().sorted().map(ListState::code));
        add(parts, "register", register().stream().sorted().map(ListState::code));
        add(parts, "frist", Stream.ofNullable(withinDays()).map(String::valueOf));
        add(parts, "kategori", filters.categories().stream().sorted().map(ListState::code));
        add(parts, "kontor", Stream.ofNullable(filters.office()).map(UUID::toString));
        add(parts, "veileder", Stream.ofNullable(filters.adviser()).map(ListState::code));
        add(parts, "mangler", filters.missing().stream().sorted().map(ListState::code));
        add(parts, "urort", filters.untouched() ? Stream.of(ON) : Stream.empty());
        add(parts, "sort", sort == START.sort ? Stream.empty() : Stream.of(code(sort)));
        add(parts, "rader", size == START.size ? Stream.empty() : Stream.of(String.valueOf(size)));
        add(
                parts,
                "kol",
                columns.equals(Column.USUAL) ? Stream.empty() : columns.stream().map(Column::code));
        add(parts, "luftig", airy ? Stream.of(ON) : Stream.empty());
        add(parts, "tell", counted ? Stream.of(ON) : Stream.empty());
        add(parts, "s", Stream.ofNullable(handle));
        add(parts, "etter", Stream.ofNullable(cursor));
        return parts;
    }

    private static void add(List<Parameter> parts, String name, Stream<String> values) {
        var value = values.collect(Collectors.joining(","));
        if (!value.isEmpty()) {
            parts.add(new Parameter(name, value));
        }
    }

    static String code(Phase phase) {
        return switch (phase) {
            case EXPECTED -> "ventet";
            case BEFORE_DECISION -> "for-vedtak";
            case BEFORE_START -> "for-start";
            case IN_PROGRAMME -> "i-program";
            case ENDED -> "avsluttet";
            case NO_PROGRAMME -> "uten-program";
        };
    }

    static String code(RegisterState state) {
        return switch (state) {
            case NOTHING_SENT -> "ikke-sendt";
            case ACCEPTED -> "godtatt";
            case PENDING -> "venter";
            case REFUSED -> "avvist";
        };
    }

    static String code(Sort sort) {
        return switch (sort) {
            case DEADLINE -> "frist";
            case NAME -> "navn";
            case CHANGED -> "endret";
            case UNCHANGED -> "uendret";
            case ADVISER -> "veileder";
        };
    }

    static String code(RightsCategory category) {
        return switch (category) {
            case RIGHT_AND_DUTY -> "rett-og-plikt";
            case RIGHT_ONLY -> "bare-rett";
            case MAY_BE_OFFERED -> "kan-tilbys";
            case NONE -> "utenfor";
            case OPEN -> "ikke-avklart";
        };
    }

    static String code(MissingFact fact) {
        return switch (fact) {
            case EDUCATION -> "utdanning";
            case PERMIT -> "tillatelse";
            case SETTLEMENT -> "bosetting";
            case LANGUAGE -> "morsmal";
            case ADVISER -> "veileder";
        };
    }

    static String code(AdviserFilter adviser) {
        return switch (adviser) {
            case AdviserFilter.Me me -> ME;
            case AdviserFilter.Nobody nobody -> NOBODY;
            case AdviserFilter.User someone -> someone.user().toString();
        };
    }

    private static AdviserFilter adviser(String code) {
        return switch (code) {
            case ME -> new AdviserFilter.Me();
            case NOBODY -> new AdviserFilter.Nobody();
            default -> {
                var user = id(code);
                yield user == null ? null : new AdviserFilter.User(user);
            }
        };
    }

    private static UUID id(String given) {
        return given.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? UUID.fromString(given) : null;
    }

    private static String first(Function<String, String[]> values, String name) {
        var given = values.apply(name);
        return given == null || given.length == 0 ? "" : given[0];
    }

    private static <E> Set<E> codes(
            Function<String, String[]> values, String name, E[] known, Function<E, String> code) {
        var given = values.apply(name);
        if (given == null) {
            return Set.of();
        }
        var wanted = Arrays.stream(given)
                .flatMap(value -> Stream.of(value.toLowerCase(Locale.ROOT).split(",")))
                .collect(Collectors.toSet());
        return Arrays.stream(known)
                .filter(each -> wanted.contains(code.apply(each)))
                .collect(Collectors.toSet());
    }

    private static Integer number(String given, List<Integer> allowed, Integer otherwise) {
        return allowed.stream()
                .filter(each -> given.equals(each.toString()))
                .findFirst()
                .orElse(otherwise);
    }

    private static String cursorOf(String given) {
        return given.matches("[A-Za-z0-9_-]{1,200}") ? given : null;
    }

    private static <E extends Enum<E>> Set<E> ordered(Class<E> type, Set<E> values) {
        var set = EnumSet.noneOf(type);
        set.addAll(values);
        return Collections.unmodifiableSet(set);
    }
}
