package no.innvei.participant.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.innvei.kernel.ParticipantId;
import no.innvei.participant.api.ImportColumn;
import no.innvei.participant.api.ParticipantExport;
import no.innvei.participant.api.ParticipantPermissions;
import no.innvei.participant.domain.Participant;
import no.innvei.participant.persistence.FactStore;
import no.innvei.participant.persistence.IdentifierStore;
import no.innvei.participant.persistence.ParticipantRepository;
import no.innvei.platform.AccessLog;
import no.innvei.platform.AccessLog.Purpose;
import no.innvei.platform.Requires;

/** Writes what an import reads. */
@ApplicationScoped
@Transactional
public class ParticipantExportService implements ParticipantExport {

    private ParticipantRepository participants;
    private IdentifierStore identifiers;
    private FactStore facts;
    private AccessLog accessLog;

    protected ParticipantExportService() {
        // for the CDI proxy
    }

    @Inject
    public ParticipantExportService(
            ParticipantRepository participants, IdentifierStore identifiers, FactStore facts, AccessLog accessLog) {
        this.participants = participants;
        this.identifiers = identifiers;
        this.facts = facts;
        this.accessLog = accessLog;
    }

    @Override
    @Requires(ParticipantPermissions.SHOW_IDENTIFIER)
    public List<Map<ImportColumn, String>> rows(List<ParticipantId> ids) {
        var rows = new ArrayList<Map<ImportColumn, String>>();
        for (var part : RowFiles.parts(ids)) {
            var people =
                    participants.find(part).stream().collect(Collectors.toMap(Participant::id, Function.identity()));
            var lives = facts.forPersonFacts(people.keySet());
            var numbers = identifiers.of(people.keySet());
            part.stream()
                    .map(people::get)
                    .filter(Objects::nonNull)
                    .map(person -> CellTexts.of(
                            person.facts(lives.get(person.id()), numbers.getOrDefault(person.id(), List.of()))))
                    .forEach(rows::add);
            accessLog.seen(people.keySet(), Purpose.SHOW_IDENTIFIER);
            participants.flushAndForget();
        }
        return rows;
    }
}
