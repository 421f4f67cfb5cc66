package no.innvei.web.worklist;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.innvei.worklist.api.ParticipantList.Query;
import no.innvei.worklist.api.ParticipantList.Sort;
import no.innvei.worklist.api.Phase;
import no.innvei.worklist.api.RegisterState;

/**
 * What the list of participants shows, as it stands in the address: codes, a cursor and the handle of a search, never a name or a number.
 *
 * @param withinDays next deadline no later than so many days from today; {@code null} = any or none
 * @param handle of the words in {@link SearchMemory}; {@code null} = no search
 */
record ListState(
        Set<Phase> phases,
        Set<RegisterState> register,
        Integer withinDays,
        Sort sort,
        int size,
        String cursor,
        String handle) {

    static final String ADDRESS = "/deltakere";
    static final ListState START = new ListState(Set.of(), Set.of(), null, Sort.DEADLINE, 25, null, null);
    static final List<Integer> DAYS = List.of(0, 7, 30, 60);
    static final List<Integer> SIZES = List.of(25, 50, 100);

    ListState {
        phases = ordered(Phase.class, phases);
        register = ordered(RegisterState.class, register);
    }

    /** @param values all values of a parameter, or {@code null}; whatever is no code of ours is left out */
    static ListState of(Function<String, String[]> values) {
        var sort = first(values, "sort");
        return new ListState(
                codes(values, "fase", Phase.values(), ListState::code),
                codes(values, "register", RegisterState.values(), ListState::code),
                number(first(values, "frist"), DAYS, null),
                sort.equals(code(Sort.NAME)) ? Sort.NAME : Sort.DEADLINE,
                number(first(values, "rader"), SIZES, START.size),
                cursorOf(first(values, "etter")),
                SearchMemory.isHandle(first(values, "s")) ? first(values, "s") : null);
    }

    /** Changing what is listed begins at the first page. */
    ListState withPhases(Set<Phase> changed) {
        return new ListState(changed, register, withinDays, sort, size, null, handle);
    }

    ListState withRegister(Set<RegisterState> changed) {
        return new ListState(phases, changed, withinDays, sort, size, null, handle);
    }

    ListState withinDays(Integer changed) {
        return new ListState(phases, register, changed, sort, size, null, handle);
    }

    ListState sortedBy(Sort changed) {
        return new ListState(phases, register, withinDays, changed, size, null, handle);
    }

    ListState at(String changed) {
        return new ListState(phases, register, withinDays, sort, size, changed, handle);
    }

    ListState searching(String changed) {
        return new ListState(phases, register, withinDays, sort, size, null, changed);
    }

    boolean filtered() {
        return !phases.isEmpty() || !register.isEmpty() || withinDays != null;
    }

    Query query(String words) {
        return new Query(words, phases, register, withinDays, sort, size, cursor);
    }

    /** The shortest address that says this. */
    String address() {
        var parts = new ArrayList<String>();
        if (!phases.isEmpty()) {
            parts.add("fase=" + phases.stream().map(ListState::code).collect(Collectors.joining(",")));
        }
        if (!register.isEmpty()) {
            parts.add("register=" + register.stream().map(ListState::code).collect(Collectors.joining(",")));
        }
        if (withinDays != null) {
            parts.add("frist=" + withinDays);
        }
        if (sort != START.sort) {
            parts.add("sort=" + code(sort));
        }
        if (size != START.size) {
            parts.add("rader=" + size);
        }
        if (handle != null) {
            parts.add("s=" + handle);
        }
        if (cursor != null) {
            parts.add("etter=" + cursor);
        }
        return parts.isEmpty() ? ADDRESS : ADDRESS + "?" + String.join("&", parts);
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
        };
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
