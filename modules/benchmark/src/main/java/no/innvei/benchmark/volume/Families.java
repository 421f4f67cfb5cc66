package no.innvei.benchmark.volume;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import no.innvei.testkit.SyntheticPeople.Country;
import no.innvei.testkit.SyntheticPeople.Custom;
import no.innvei.testkit.SyntheticPeople.Gender;

/** Makes families the way they have come to Norway since 2004: who came when, how old, with whom. One thread, because numbers are given out once in the country. */
final class Families {

    static final int FIRST_YEAR = 2004;

    private static final int OLDEST = 63;
    private static final int DAYS_AHEAD = 60;

    /** How many came in each year from 2004, in hundreds; published settlement figures, rounded. */
    private static final int[] CAME = {
        60, 60, 60, 60, 65, 90, 85, 80, 80, 90, 100, 140, 170, 130, 80, 70, 60, 70, 310, 330, 220, 170, 120
    };

    /** From the year on, a weight per country in the order of the enum. */
    private static final int[][] ORIGINS = {
        {2004, 0, 4, 20, 18, 28, 9, 9, 12},
        {2014, 0, 45, 22, 10, 8, 6, 5, 4},
        {2018, 0, 35, 14, 10, 4, 25, 7, 5},
        {2022, 72, 10, 3, 5, 1, 6, 2, 1},
    };

    /** Collective protection (utlendingsloven § 34) could be given from 11 March 2022. */
    private static final int FIRST_UKRAINIANS = (int) LocalDate.of(2022, 4, 20).toEpochDay();

    private final Numbers numbers;
    private final int today;
    private final int thisYear;
    private final int sum;

    Families(Numbers numbers, LocalDate today) {
        this.numbers = numbers;
        this.today = (int) today.toEpochDay();
        this.thisYear = today.getYear();
        int all = 0;
        for (int weight : CAME) {
            all += weight;
        }
        this.sum = all;
    }

    Household next(Dice dice) {
        int settledOn = settlement(dice);
        var country = country(dice, LocalDate.ofEpochDay(settledOn).getYear(), settledOn);
        boolean alone = country != Country.UKRAINE && dice.perMille(40);
        int age = alone ? dice.between(16, 17) : Math.min(OLDEST, 19 + dice.below(22) + dice.below(22));
        boolean couple = age > 22 && dice.percent(45);
        var gender = dice.percent(alone ? 15 : 52) ? Gender.FEMALE : Gender.MALE;
        int bornOn = born(dice, settledOn, age);
        int[] children = alone ? new int[0] : children(dice, couple, gender, age, settledOn);
        var familyName = dice.of(country.familyNames());
        boolean ownScript = dice.percent(8);
        var adults = new ArrayList<Household.Adult>(2);
        adults.add(adult(dice, country, gender, familyName, bornOn, settledOn, ownScript));
        if (couple) {
            var other = gender == Gender.FEMALE ? Gender.MALE : Gender.FEMALE;
            boolean shared = country.custom() == Custom.SHARED || country.custom() == Custom.GENDERED;
            int theirAge = Math.clamp(age - 4L + dice.below(9), 19, OLDEST);
            adults.add(adult(
                    dice,
                    country,
                    other,
                    shared ? familyName : dice.of(country.familyNames()),
                    born(dice, settledOn, theirAge),
                    settledOn,
                    ownScript));
        }
        boolean agreedOnly = settledOn > today && dice.percent(30);
        return new Household(country, agreedOnly ? CopyRows.NONE : settledOn, alone, List.copyOf(adults), children);
    }

    private int settlement(Dice dice) {
        int year = FIRST_YEAR + dice.weighted(CAME, sum);
        if (year > thisYear) {
            year = thisYear;
        }
        int first = (int) LocalDate.of(year, 1, 1).toEpochDay();
        int days = year == thisYear ? today + DAYS_AHEAD - first : 365;
        return workday(first + dice.below(days));
    }

    static int workday(int day) {
        return switch (LocalDate.ofEpochDay(day).getDayOfWeek()) {
            case SATURDAY -> day - 1;
            case SUNDAY -> day + 1;
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> day;
        };
    }

    private static Country country(Dice dice, int year, int settledOn) {
        int[] weights = ORIGINS[0];
        for (int[] era : ORIGINS) {
            if (year >= era[0] && (era[1] == 0 || settledOn >= FIRST_UKRAINIANS)) {
                weights = era;
            }
        }
        int all = 0;
        for (int i = 1; i < weights.length; i++) {
            all += weights[i];
        }
        int ticket = dice.below(all);
        for (var country : Country.values()) {
            ticket -= weights[country.ordinal() + 1];
            if (ticket < 0) {
                return country;
            }
        }
        throw new IllegalStateException("no country");
    }

    private Household.Adult adult(
            Dice dice,
            Country country,
            Gender gender,
            String[] familyName,
            int bornOn,
            int settledOn,
            boolean ownScript) {
        int script = ownScript ? 1 : 0;
        var given = dice.of(country.givenNames(gender))[script];
        if (dice.percent(30)) {
            var second = dice.of(
                            country.custom() == Custom.FATHERS_GIVEN_NAME
                                    ? country.givenNames(Gender.MALE)
                                    : country.givenNames(gender))[script];
            given = second.equals(given) ? given : given + " " + second;
        }
        var family = familyName[script];
        if (country.custom() == Custom.GENDERED && gender == Gender.FEMALE) {
            family = family.replaceFirst("kyi$", "ka").replaceFirst("кий$", "ка");
        }
        boolean female = gender == Gender.FEMALE;
        int born = bornOn;
        String nationalId = null;
        for (int i = 0; nationalId == null && i < 30; i++) {
            born = bornOn - i;
            nationalId = numbers.nationalId(LocalDate.ofEpochDay(born), female);
        }
        var dNumber = dice.percent(40) ? numbers.dNumber(LocalDate.ofEpochDay(born), female) : null;
        int came = LocalDate.ofEpochDay(Math.min(settledOn, today) - dice.below(500))
                .getYear();
        return new Household.Adult(given, family, born, nationalId, dNumber, numbers.duf(came));
    }

    private static int born(Dice dice, int settledOn, int age) {
        return (int) LocalDate.ofEpochDay(settledOn).minusYears(age).toEpochDay() - dice.below(365);
    }

    private int[] children(Dice dice, boolean couple, Gender only, int age, int settledOn) {
        int most = couple ? 5 : only == Gender.FEMALE ? 4 : 1;
        int count = age < 22 ? 0 : dice.below(most + 1);
        var births = new java.util.TreeSet<Integer>();
        for (int i = 0; i < count; i++) {
            int childAge = dice.below(Math.min(age - 20, 17) + 1);
            births.add(born(dice, settledOn, childAge));
        }
        if (couple && age < 40 && dice.percent(30)) {
            int bornHere = settledOn + dice.between(60, 1500);
            if (bornHere <= today) {
                births.add(bornHere);
            }
        }
        return births.stream().mapToInt(Integer::intValue).toArray();
    }
}
