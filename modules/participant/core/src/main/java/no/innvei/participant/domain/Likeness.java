package no.innvei.participant.domain;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import no.innvei.participant.api.Duplicates.Reason;
import no.innvei.participant.api.NameTokens;

/** How much two registrations look like one person: plain rules, each with a reason one can read. */
public final class Likeness {

    /** Below this nobody is asked. */
    public static final int ENOUGH = 60;

    private static final int SAME_NUMBER = 100;
    private static final int SAME_NAME = 50;
    private static final int MOST_OF_NAME = 40;
    private static final int PART_OF_NAME = 15;
    private static final int SAME_BIRTH_DATE = 45;
    private static final int DAY_AND_MONTH_SWAPPED = 30;
    private static final int ONE_DIGIT_OFF = 25;

    /** Somebody as far as likeness goes. */
    public record Features(Set<String> words, LocalDate bornOn) {
        public Features {
            words = Set.copyOf(words);
        }

        public static Features of(String givenNames, String familyName, LocalDate bornOn) {
            return new Features(NameTokens.of(givenNames, familyName), bornOn);
        }

        @Override
        public String toString() {
            return "Features";
        }
    }

    private final int score;
    private final Set<Reason> reasons;

    private Likeness(int score, Set<Reason> reasons) {
        this.score = score;
        this.reasons = Set.copyOf(reasons);
    }

    /** @param sameNumber a number of the one stands, or once stood, on the other */
    public static Likeness of(Features one, Features other, boolean sameNumber) {
        var reasons = EnumSet.noneOf(Reason.class);
        int score = 0;
        if (sameNumber) {
            reasons.add(Reason.SAME_NUMBER);
            score += SAME_NUMBER;
        }
        var shared = new TreeSet<>(one.words);
        shared.retainAll(other.words);
        int shorter = Math.min(one.words.size(), other.words.size());
        if (!shared.isEmpty()) {
            boolean whole = shared.size() == shorter && (shorter > 1 || one.words.equals(other.words));
            var reason = whole ? Reason.SAME_NAME : shared.size() > 1 ? Reason.MOST_OF_NAME : Reason.PART_OF_NAME;
            reasons.add(reason);
            score += whole ? SAME_NAME : shared.size() > 1 ? MOST_OF_NAME : PART_OF_NAME;
        }
        if (one.bornOn.equals(other.bornOn)) {
            reasons.add(Reason.SAME_BIRTH_DATE);
            // the first of January is written when the day is not known: it says little
            boolean unknown = one.bornOn.getDayOfYear() == 1;
            score += unknown ? SAME_BIRTH_DATE - 10 : SAME_BIRTH_DATE;
        } else if (other.bornOn.equals(swapped(one.bornOn))) {
            reasons.add(Reason.DAY_AND_MONTH_SWAPPED);
            score += DAY_AND_MONTH_SWAPPED;
        } else if (digitsOff(one.bornOn, other.bornOn) == 1) {
            reasons.add(Reason.ONE_DIGIT_OFF);
            score += ONE_DIGIT_OFF;
        }
        return new Likeness(score, reasons);
    }

    public int score() {
        return score;
    }

    public Set<Reason> reasons() {
        return reasons;
    }

    public boolean enough() {
        return score >= ENOUGH;
    }

    /** The birth dates somebody born on a day may be registered with: that day, day and month swapped, and one digit off. About fifty. */
    public static Set<LocalDate> birthDates(LocalDate bornOn) {
        var days = new TreeSet<LocalDate>();
        days.add(bornOn);
        var swapped = swapped(bornOn);
        if (swapped != null) {
            days.add(swapped);
        }
        var digits = digits(bornOn).toCharArray();
        for (int i = 0; i < digits.length; i++) {
            char right = digits[i];
            for (char digit = '0'; digit <= '9'; digit++) {
                digits[i] = digit;
                var day = read(new String(digits));
                if (day != null && day.getYear() > 1900) {
                    days.add(day);
                }
            }
            digits[i] = right;
        }
        return days;
    }

    private static LocalDate swapped(LocalDate day) {
        try {
            return LocalDate.of(day.getYear(), day.getDayOfMonth(), day.getMonthValue());
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private static int digitsOff(LocalDate one, LocalDate other) {
        var first = digits(one);
        var second = digits(other);
        int off = 0;
        for (int i = 0; i < first.length(); i++) {
            off += first.charAt(i) == second.charAt(i) ? 0 : 1;
        }
        return off;
    }

    private static String digits(LocalDate day) {
        return "%04d%02d%02d".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }

    private static LocalDate read(String digits) {
        try {
            return LocalDate.of(
                    Integer.parseInt(digits.substring(0, 4)),
                    Integer.parseInt(digits.substring(4, 6)),
                    Integer.parseInt(digits.substring(6)));
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }
}
