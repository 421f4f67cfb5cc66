package no.innvei.participant.domain;

import java.util.List;
import no.innvei.participant.api.DatedFact;

/** What a change or correction does to a timeline. */
public sealed interface Edit {

    /**
     * @param setAside rows as they will stand, with what set them aside
     * @param written new rows; none and nothing set aside when it was known already
     */
    record Done(List<DatedFact> setAside, List<DatedFact> written) implements Edit {
        public Done {
            setAside = List.copyOf(setAside);
            written = List.copyOf(written);
        }

        public boolean changed() {
            return !setAside.isEmpty() || !written.isEmpty();
        }
    }

    record Refused(String field, FactProblem problem) implements Edit {}
}
