package no.innvei.participant.application;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import no.innvei.participant.api.NameTokens;
import no.innvei.participant.api.PersonIdentifier;

/**
 * Identity numbers that stand in more than one row of a file.
 *
 * @param repeated lines of a person who stands further up
 * @param contested lines that share a number with somebody else's line
 */
record FileClaims(Set<Integer> repeated, Set<Integer> contested) {

    static final FileClaims NONE = new FileClaims(Set.of(), Set.of());

    static FileClaims of(List<ReadRow> rows) {
        var byNumber = new HashMap<PersonIdentifier, List<ReadRow>>();
        for (var row : rows) {
            for (var number : Set.copyOf(row.identifiers())) {
                byNumber.computeIfAbsent(number, n -> new ArrayList<>()).add(row);
            }
        }
        var repeated = new HashSet<Integer>();
        var contested = new HashSet<Integer>();
        for (var claims : byNumber.values()) {
            var first = claims.getFirst();
            if (claims.stream().allMatch(other -> samePerson(first, other))) {
                claims.stream().skip(1).forEach(row -> repeated.add(row.line()));
            } else {
                claims.forEach(row -> contested.add(row.line()));
            }
        }
        contested.removeAll(repeated);
        return new FileClaims(repeated, contested);
    }

    /** Name or birth date agrees. */
    private static boolean samePerson(ReadRow one, ReadRow other) {
        return one == other
                || one.bornOn() != null && one.bornOn().equals(other.bornOn())
                || NameTokens.of(one.name()).equals(NameTokens.of(other.name()));
    }
}
