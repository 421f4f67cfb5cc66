package no.innvei.benchmark.volume;

import java.util.List;
import no.innvei.testkit.SyntheticPeople.Country;

/**
 * Those of a family who are participants, and the birth dates of their children. Days as {@link java.time.LocalDate#toEpochDay()}.
 *
 * @param settledOn {@link CopyRows#NONE} when agreed and not yet carried out
 * @param unaccompanied a minor who came alone
 */
record Household(Country country, int settledOn, boolean unaccompanied, List<Adult> adults, int[] childrenBornOn) {

    /**
     * @param family {@code null} where the custom knows none
     * @param nationalId {@code null} when the birth date has no number left; so is {@code dNumber}
     */
    record Adult(String given, String family, int bornOn, String nationalId, String dNumber, String duf) {

        @Override
        public String toString() {
            return "adult";
        }
    }

    @Override
    public String toString() {
        return "household of " + adults.size();
    }
}
