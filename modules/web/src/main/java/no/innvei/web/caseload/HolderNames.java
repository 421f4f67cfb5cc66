package no.innvei.web.caseload;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import no.innvei.participant.api.Assignment;
import no.innvei.tenancy.api.Colleagues;
import no.innvei.web.text.Texts;

/** Names of those who follow up somebody and of their offices. */
record HolderNames(Map<UUID, String> users, Map<UUID, String> offices) {

    static HolderNames of(Colleagues colleagues, Collection<Assignment> assignments) {
        return new HolderNames(
                colleagues.names(assignments.stream().map(Assignment::user).collect(Collectors.toSet())),
                assignments.isEmpty() ? Map.of() : colleagues.offices());
    }

    String user(UUID user) {
        return users.getOrDefault(user, Texts.of("caseload").get("unknownUser"));
    }

    String office(UUID office) {
        return offices.getOrDefault(office, "");
    }
}
