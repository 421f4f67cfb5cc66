package no.innvei.web.dates;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.WeekFields;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.innvei.kernel.DateRange;
import no.innvei.web.text.NorwegianFormat;

/**
 * Reads a date as staff write it (ux.md section 4), in bokmål and nynorsk alike: {@code 1.8}, {@code 010826}, {@code om 3 mnd}, {@code veke 34},
 * {@code måndag}, {@code uke 34-37}. A date without a year is placed by what the field is about, past or future.
 */
public final class StaffDate {

    /** What a field is about; decides the year that was not written. */
    public enum Direction {
        PAST,
        FUTURE
    }

    /** Which end of a period a field is; decides the day of a week that was written by its number. */
    public enum Side {
        FROM,
        TO
    }

    /** What the text means. */
    public sealed interface Reading {

        record Day(LocalDate date) implements Reading {}

        record Period(DateRange range) implements Reading {}

        record NotUnderstood() implements Reading {}
    }

    private static final Pattern SHORT = Pattern.compile("(\\d{1,2})[./](\\d{1,2})[./]?");
    private static final Pattern FULL = Pattern.compile("(\\d{1,2})[./-](\\d{1,2})[./-](\\d{4}|\\d{2})");
    private static final Pattern DIGITS = Pattern.compile("(\\d{2})(\\d{2})(\\d{4}|\\d{2})");
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final Pattern WEEK = Pattern.compile("(?:uke|veke|u|v)\\.? ?(\\d{1,2})(?:[ /]+(\\d{4}))?");
    private static final Pattern WEEKS =
            Pattern.compile("(?:uke|veke|u|v)\\.? ?(\\d{1,2}) ?- ?(?:(?:uke|veke|u|v)\\.? ?)?(\\d{1,2})");
    private static final Pattern AHEAD = Pattern.compile("(?:om ?|\\+ ?)(\\d{1,3}|[a-zéå]+) ?([a-zå]+)\\.?");
    private static final Pattern TWO_DAYS = Pattern.compile("(\\d.*?) ?(?: - |-) ?(\\d{1,2}[./].*)");

    private static final Map<String, Integer> NUMBERS = Map.ofEntries(
            Map.entry("en", 1),
            Map.entry("én", 1),
            Map.entry("ein", 1),
            Map.entry("ei", 1),
            Map.entry("et", 1),
            Map.entry("ett", 1),
            Map.entry("eit", 1),
            Map.entry("to", 2),
            Map.entry("tre", 3),
            Map.entry("fire", 4),
            Map.entry("fem", 5),
            Map.entry("seks", 6),
            Map.entry("sju", 7),
            Map.entry("syv", 7),
            Map.entry("åtte", 8),
            Map.entry("ni", 9),
            Map.entry("ti", 10),
            Map.entry("elleve", 11),
            Map.entry("tolv", 12));

    private static final Map<String, DayOfWeek> WEEKDAYS = weekdays();

    private final Direction direction;
    private final Side side;
    private final LocalDate today;

    private StaffDate(Direction direction, Side side, LocalDate today) {
        this.direction = direction;
        this.side = side;
        this.today = today;
    }

    /** {@code future}, or anything else for the past. */
    public static Direction directionOf(String code) {
        return "future".equals(code) ? Direction.FUTURE : Direction.PAST;
    }

    /** {@code to}, or anything else for the beginning. */
    public static Side sideOf(String code) {
        return "to".equals(code) ? Side.TO : Side.FROM;
    }

    public static Reading read(String typed, Direction direction, Side side, LocalDate today) {
        var text = typed.strip().toLowerCase(Locale.ROOT).replace('–', '-').replaceAll("[\\s\\u00a0]+", " ");
        return new StaffDate(direction, side, today).read(text);
    }

    /** The answer under the field: "lørdag 01.08.2026, helg", and the week when that was what was written. */
    public static String answer(LocalDate date, String typed, Locale locale) {
        var answer = NorwegianFormat.longDay(date, locale);
        if (typed != null
                && WEEK.matcher(typed.strip().toLowerCase(Locale.ROOT)).matches()) {
            answer += ", " + NorwegianFormat.week(date, locale);
        }
        if (Holidays.isHoliday(date)) {
            return answer + (locale.getLanguage().equals("nn") ? ", heilagdag" : ", helligdag");
        }
        return Holidays.isWeekend(date) ? answer + ", helg" : answer;
    }

    /** The answer where the week always matters: "mandag 15.12.2025, uke 51". */
    public static String answerWithWeek(LocalDate date, Locale locale) {
        var answer = answer(date, null, locale);
        var day = NorwegianFormat.longDay(date, locale);
        return day + ", " + NorwegianFormat.week(date, locale) + answer.substring(day.length());
    }

    private Reading read(String text) {
        var day = readDay(text);
        if (day.isPresent()) {
            return new Reading.Day(day.get());
        }
        return readPeriod(text).<Reading>map(Reading.Period::new).orElseGet(Reading.NotUnderstood::new);
    }

    private Optional<LocalDate> readDay(String text) {
        return first(ISO, text, m -> date(number(m, 1), number(m, 2), number(m, 3)))
                .or(() -> first(FULL, text, m -> date(year(m.group(3)), number(m, 2), number(m, 1))))
                .or(() -> first(DIGITS, text, m -> date(year(m.group(3)), number(m, 2), number(m, 1))))
                .or(() -> first(SHORT, text, m -> nearest(year -> date(year, number(m, 2), number(m, 1)))))
                .or(() -> first(WEEK, text, m -> week(number(m, 1), m.group(2))))
                .or(() -> first(AHEAD, text, m -> ahead(m.group(1), m.group(2))))
                .or(() -> named(text));
    }

    private Optional<DateRange> readPeriod(String text) {
        return first(WEEKS, text, m -> {
                    var from = new StaffDate(direction, Side.FROM, today).week(number(m, 1), null);
                    return from.flatMap(
                                    monday -> new StaffDate(Direction.FUTURE, Side.TO, monday).week(number(m, 2), null))
                            .flatMap(friday -> range(from.get(), friday));
                })
                .or(() -> first(TWO_DAYS, text, m -> {
                    var from = readDay(m.group(1).strip());
                    return from.flatMap(day -> new StaffDate(Direction.FUTURE, Side.TO, day)
                                    .readDay(m.group(2).strip()))
                            .flatMap(to -> range(from.get(), to));
                }));
    }

    private static Optional<DateRange> range(LocalDate from, LocalDate to) {
        return to.isBefore(from) ? Optional.empty() : Optional.of(new DateRange(from, to));
    }

    private static <T> Optional<T> first(
            Pattern pattern, String text, java.util.function.Function<Matcher, Optional<T>> then) {
        var matcher = pattern.matcher(text);
        return matcher.matches() ? then.apply(matcher) : Optional.empty();
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static Optional<LocalDate> date(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** Two digits mean this century; in a field about the past a year that has not come yet means the one before. */
    private int year(String written) {
        int year = Integer.parseInt(written);
        if (written.length() == 4) {
            return year;
        }
        return direction == Direction.PAST && 2000 + year > today.getYear() ? 1900 + year : 2000 + year;
    }

    /** The nearest year, in the field's direction, in which the day exists; up to eight years off for 29 February. */
    private Optional<LocalDate> nearest(IntFunction<Optional<LocalDate>> inYear) {
        int step = direction == Direction.PAST ? -1 : 1;
        for (int years = 0; years <= 8; years++) {
            var day = inYear.apply(today.getYear() + step * years);
            if (day.isPresent()
                    && (direction == Direction.PAST
                            ? !day.get().isAfter(today)
                            : !day.get().isBefore(today))) {
                return day;
            }
        }
        return Optional.empty();
    }

    private Optional<LocalDate> week(int week, String writtenYear) {
        if (writtenYear != null) {
            return mondayOf(Integer.parseInt(writtenYear), week).map(this::dayOfWeekBySide);
        }
        var thisMonday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        int year = today.get(IsoFields.WEEK_BASED_YEAR);
        int step = direction == Direction.PAST ? -1 : 1;
        for (int years = 0; years <= 8; years++) {
            var monday = mondayOf(year + step * years, week);
            if (monday.isPresent()
                    && (direction == Direction.PAST
                            ? !monday.get().isAfter(thisMonday)
                            : !monday.get().isBefore(thisMonday))) {
                return monday.map(this::dayOfWeekBySide);
            }
        }
        return Optional.empty();
    }

    private LocalDate dayOfWeekBySide(LocalDate monday) {
        return side == Side.FROM ? monday : monday.plusDays(4);
    }

    private static Optional<LocalDate> mondayOf(int year, int week) {
        var inYear = LocalDate.of(year, 7, 1);
        if (week < 1
                || week
                        > IsoFields.WEEK_OF_WEEK_BASED_YEAR
                                .rangeRefinedBy(inYear)
                                .getMaximum()) {
            return Optional.empty();
        }
        return Optional.of(
                inYear.with(WeekFields.ISO.weekOfWeekBasedYear(), week).with(DayOfWeek.MONDAY));
    }

    private Optional<LocalDate> ahead(String count, String unit) {
        var number = count.chars().allMatch(Character::isDigit)
                ? Optional.of(Integer.valueOf(count))
                : Optional.ofNullable(NUMBERS.get(count));
        return number.flatMap(n -> switch (unit) {
            case "d", "dag", "dager", "dagar" -> Optional.of(today.plusDays(n));
            case "u", "uke", "uker", "veke", "veker" -> Optional.of(today.plusWeeks(n));
            case "m", "mnd", "måned", "måneder", "månad", "månader" -> Optional.of(today.plusMonths(n));
            case "å", "år" -> Optional.of(today.plusYears(n));
            case "v", "virkedag", "virkedager", "yrkedag", "yrkedagar", "arbeidsdag", "arbeidsdager", "arbeidsdagar" ->
                Optional.of(workingDaysOn(n));
            default -> Optional.<LocalDate>empty();
        });
    }

    private LocalDate workingDaysOn(int count) {
        var day = today;
        for (int left = count; left > 0; ) {
            day = day.plusDays(1);
            if (Holidays.isWorkingDay(day)) {
                left--;
            }
        }
        return day;
    }

    private Optional<LocalDate> named(String text) {
        return switch (text) {
            case "i dag", "idag" -> Optional.of(today);
            case "i morgen", "imorgen", "i morgon", "imorgon" -> Optional.of(today.plusDays(1));
            case "i overmorgen", "i overmorgon" -> Optional.of(today.plusDays(2));
            case "i går", "igår" -> Optional.of(today.minusDays(1));
            default ->
                Optional.ofNullable(WEEKDAYS.get(text.replace(".", "")))
                        .map(day -> today.with(
                                direction == Direction.PAST
                                        ? TemporalAdjusters.previous(day)
                                        : TemporalAdjusters.next(day)));
        };
    }

    private static Map<String, DayOfWeek> weekdays() {
        var names = new HashMap<String, DayOfWeek>();
        name(names, DayOfWeek.MONDAY, "mandag", "måndag", "man", "mån", "ma", "må");
        name(names, DayOfWeek.TUESDAY, "tirsdag", "tysdag", "tir", "tirs", "tys", "ti", "ty");
        name(names, DayOfWeek.WEDNESDAY, "onsdag", "ons", "on");
        name(names, DayOfWeek.THURSDAY, "torsdag", "tor", "tors", "to");
        name(names, DayOfWeek.FRIDAY, "fredag", "fre", "fr");
        name(names, DayOfWeek.SATURDAY, "lørdag", "laurdag", "lør", "lau", "lø", "la");
        name(names, DayOfWeek.SUNDAY, "søndag", "sundag", "søn", "sun", "sø", "su");
        return Map.copyOf(names);
    }

    private static void name(Map<String, DayOfWeek> names, DayOfWeek day, String... written) {
        for (var name : written) {
            names.put(name, day);
        }
    }
}
