package no.innvei.participant.api;

import java.util.List;
import java.util.Map;
import no.innvei.kernel.ParticipantId;

/** People as rows of an import file, so that the file can be read in again, here or elsewhere. */
public interface ParticipantExport {

    /**
     * One row each, in this order, with complete identity numbers; that each was shown is logged. Whoever is missing or hidden is left out.
     *
     * @return cells by column, without those that would be empty
     */
    List<Map<ImportColumn, String>> rows(List<ParticipantId> participants);
}
