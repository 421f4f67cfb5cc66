package no.innvei.benchmark.volume;

import static no.innvei.benchmark.volume.CopyRows.NONE;

import java.time.LocalDate;

/**
 * How far a municipality came with one participant, in days; {@link CopyRows#NONE} from the first step that has not happened.
 *
 * @param refused the decision was no
 * @param endsAfter days from the start after which she leaves before her time, or {@code NONE}
 * @param leftOpen when the programme runs out, nobody has recorded why yet
 */
record Course(
        int claimedOn, int offerOn, int decidedOn, boolean refused, int startedOn, int endsAfter, boolean leftOpen) {

    /** Offers before follow introduksjonsloven, for which there are no rules. */
    static final int ACT = Person.day(LocalDate.of(2021, 1, 1));

    private static final int YOUNGEST = 18;
    private static final int OLDEST = 55;
    private static final int SETTLING_DOWN = 110;

    /** Whoever has lived here for two years has no right any longer; of the others a municipality forgets few. */
    private static final int LATELY = 730;

    private static final int LATELY_SHARE = 96;
    private static final int SHARE = 42;
    private static final int OLD_ACT_SHARE = 34;

    /** {@code null} when nothing has happened. */
    static Course of(Person person, Dice dice, Today today) {
        if (person.settledOn() == NONE) {
            return null;
        }
        int days = today.day() - person.settledOn();
        int age = person.grantedOn() == NONE
                ? YOUNGEST
                : LocalDate.ofEpochDay(person.bornOn())
                        .until(LocalDate.ofEpochDay(person.grantedOn()))
                        .getYears();
        if (days < 20 || age < YOUNGEST || age > OLDEST) {
            return null;
        }
        int steps = steps(person, dice, days);
        if (steps == 0) {
            return null;
        }
        int settled = person.settledOn();
        int claimed = person.byAgreement() ? NONE : Families.workday(settled + dice.between(4, 13));
        int offered = Families.workday(settled + dice.between(14, 33));
        int decided = Families.workday(offered + dice.between(3, 14));
        int started = Families.workday(decided + dice.between(3, 14));
        boolean refused = steps == 3 && dice.percent(4);
        int endsAfter = dice.percent(40) ? dice.between(60, 300) : NONE;
        boolean leftOpen = dice.percent(25);
        if (offered > today.day()) {
            return claimed == NONE || claimed > today.day()
                    ? null
                    : new Course(claimed, NONE, NONE, false, NONE, NONE, false);
        }
        if (steps == 1 || decided > today.day()) {
            return new Course(claimed, offered, NONE, false, NONE, NONE, false);
        }
        if (refused || steps == 2 || started > today.day()) {
            return new Course(claimed, offered, decided, refused, NONE, NONE, false);
        }
        return new Course(claimed, offered, decided, false, started, endsAfter, leftOpen);
    }

    /** 0 nothing, 1 offered, 2 decided, 3 started. Papers without a permit date stop at the offer. */
    private static int steps(Person person, Dice dice, int days) {
        int ticket = dice.below(100);
        if (days > SETTLING_DOWN) {
            int share = person.settledOn() < ACT ? OLD_ACT_SHARE : days < LATELY ? LATELY_SHARE : SHARE;
            return ticket < share ? 3 : 0;
        }
        int steps = ticket < 25 ? 0 : ticket < 55 ? 1 : ticket < 63 ? 2 : 3;
        return person.complete() ? steps : Math.min(steps, 1);
    }
}
