package no.innvei.kernel;

import java.util.List;
import java.util.Optional;

/**
 * One page of a list that is read by position (keyset), never by number.
 *
 * @param next opaque cursor of the page after this one; empty on the last page
 * @param previous opaque cursor of the page before this one; empty on the first page
 */
public record Page<T>(List<T> rows, Optional<String> next, Optional<String> previous) {

    public Page {
        rows = List.copyOf(rows);
    }

    public static <T> Page<T> empty() {
        return new Page<>(List.of(), Optional.empty(), Optional.empty());
    }
}
