package no.innvei.kernel.rules;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The dated versions of one set of legal parameters: no overlaps; a gap only where a rule was repealed. */
public record RuleSet<P>(List<Version<P>> versions) {

    /**
     * Valid from {@code validFrom} until the day before the next version.
     *
     * @param validFrom {@code null} = adopted but without a commencement date: kept for readers, never used by {@link #on}
     * @param parameters {@code null} = repealed from that day
     * @param note what is unverified or our reading; repeated in every step that rests on it; {@code null} when there is none
     */
    public record Version<P>(LocalDate validFrom, P parameters, String legalBasis, String source, String note) {}

    public RuleSet {
        versions = List.copyOf(versions);
        var dated = versions.stream()
                .map(Version::validFrom)
                .filter(Objects::nonNull)
                .toList();
        if (dated.isEmpty() || dated.size() != Set.copyOf(dated).size()) {
            throw new IllegalArgumentException("a rule set needs versions with distinct start days");
        }
    }

    /** Empty before the first version: the rule then answers UNDETERMINED with a step that says so. */
    public Optional<Version<P>> on(LocalDate decisiveDate) {
        return versions.stream()
                .filter(v -> v.validFrom() != null && !v.validFrom().isAfter(decisiveDate))
                .max(Comparator.comparing(Version::validFrom));
    }
}
