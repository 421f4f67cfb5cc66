package no.innvei.worklist.api;

import java.util.Set;
import java.util.UUID;

/**
 * Which participants a list shows. Filters combine; within one that has several values any of them will do.
 *
 * @param phases empty = every phase
 * @param register empty = every state
 * @param deadlineWithinDays next deadline no later than so many days from today, 0 to 366; {@code null} = any or none
 * @param categories empty = every category
 * @param office where the adviser of today works; {@code null} = every office
 * @param adviser {@code null} = whoever has them
 * @param missing empty = whatever is known
 * @param untouched nothing changed for as many days as the tenant has set
 */
public record ListFilters(
        Set<Phase> phases,
        Set<RegisterState> register,
        Integer deadlineWithinDays,
        Set<RightsCategory> categories,
        UUID office,
        AdviserFilter adviser,
        Set<MissingFact> missing,
        boolean untouched) {

    public static final ListFilters NONE =
            new ListFilters(Set.of(), Set.of(), null, Set.of(), null, null, Set.of(), false);

    public ListFilters {
        phases = Set.copyOf(phases);
        register = Set.copyOf(register);
        categories = Set.copyOf(categories);
        missing = Set.copyOf(missing);
        if (deadlineWithinDays != null && (deadlineWithinDays < 0 || deadlineWithinDays > 366)) {
            throw new IllegalArgumentException("deadline within " + deadlineWithinDays + " days");
        }
    }

    public static ListFilters of(Set<Phase> phases, Set<RegisterState> register, Integer deadlineWithinDays) {
        return new ListFilters(phases, register, deadlineWithinDays, Set.of(), null, null, Set.of(), false);
    }

    public ListFilters withPhases(Set<Phase> changed) {
        return new ListFilters(changed, register, deadlineWithinDays, categories, office, adviser, missing, untouched);
    }

    public ListFilters withRegister(Set<RegisterState> changed) {
        return new ListFilters(phases, changed, deadlineWithinDays, categories, office, adviser, missing, untouched);
    }

    public ListFilters withinDays(Integer changed) {
        return new ListFilters(phases, register, changed, categories, office, adviser, missing, untouched);
    }

    public ListFilters withCategories(Set<RightsCategory> changed) {
        return new ListFilters(phases, register, deadlineWithinDays, changed, office, adviser, missing, untouched);
    }

    public ListFilters withOffice(UUID changed) {
        return new ListFilters(phases, register, deadlineWithinDays, categories, changed, adviser, missing, untouched);
    }

    public ListFilters withAdviser(AdviserFilter changed) {
        return new ListFilters(phases, register, deadlineWithinDays, categories, office, changed, missing, untouched);
    }

    public ListFilters withMissing(Set<MissingFact> changed) {
        return new ListFilters(phases, register, deadlineWithinDays, categories, office, adviser, changed, untouched);
    }

    public ListFilters withUntouched(boolean changed) {
        return new ListFilters(phases, register, deadlineWithinDays, categories, office, adviser, missing, changed);
    }
}
