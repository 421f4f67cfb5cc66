package no.innvei.web.duplicates;

import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Collectors;
import no.innvei.participant.api.Duplicates.Reason;
import no.innvei.participant.api.Merges.Obstacle;
import no.innvei.web.text.Texts;

/** Words for what agrees and for what stands in the way. */
final class DuplicateWords {

    static final String BUNDLE = "duplicates";

    static String reasons(Collection<Reason> reasons) {
        return reasons.stream()
                .sorted(Comparator.naturalOrder())
                .map(reason -> text("reason." + reason))
                .collect(Collectors.joining(", "));
    }

    static String obstacle(Obstacle obstacle) {
        return text("obstacle." + obstacle.code());
    }

    static String text(String key, Object... values) {
        return Texts.of(BUNDLE).get(key, values);
    }

    private DuplicateWords() {}
}
