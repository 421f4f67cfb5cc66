package no.innvei.web.caseload;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.innvei.tenancy.api.Colleagues.Colleague;
import no.innvei.web.page.Choice;

/** Somebody in an office, as a choice in a form: two ids in one text. */
record Holder(UUID user, UUID office) {

    /** The choice of nobody. */
    static final String NOBODY = "ingen";

    static List<Choice> choices(List<Colleague> colleagues) {
        return colleagues.stream()
                .map(each -> Choice.of(each.user() + "_" + each.office(), each.name() + " · " + each.officeName()))
                .toList();
    }

    static Optional<Holder> of(String code) {
        var ids = code == null ? new String[0] : code.split("_", 2);
        try {
            return ids.length == 2
                    ? Optional.of(new Holder(UUID.fromString(ids[0]), UUID.fromString(ids[1])))
                    : Optional.empty();
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
