package no.innvei.web.duplicates;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import no.innvei.kernel.ParticipantId;
import no.innvei.participant.api.Merges;
import no.innvei.participant.api.ParticipantPermissions;
import no.innvei.platform.CurrentScope;

/** The address of the record that stands for a merged one; asked only when nothing was found, so that nobody else pays for it. */
@ApplicationScoped
public class MergedAddress {

    private static final Pattern OF_A_PERSON = Pattern.compile(
            "^(.*/(?:deltakere|participants)/)([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(/[^?]*)?$");

    private Merges merges;
    private CurrentScope scope;

    protected MergedAddress() {
        // for the CDI proxy
    }

    @Inject
    public MergedAddress(Merges merges, CurrentScope scope) {
        this.merges = merges;
        this.scope = scope;
    }

    /** The same page or resource of the surviving record; empty when the address is of nobody who was merged. */
    public Optional<String> instead(String path) {
        var match = OF_A_PERSON.matcher(path);
        if (!match.matches() || !scope.holds(ParticipantPermissions.FACTS)) {
            return Optional.empty();
        }
        var rest = match.group(3) == null ? "" : match.group(3);
        return merges.survivorOf(new ParticipantId(UUID.fromString(match.group(2))))
                .map(surviving -> match.group(1) + surviving.value() + rest);
    }
}
