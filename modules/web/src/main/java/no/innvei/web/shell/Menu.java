package no.innvei.web.shell;

import java.util.List;
import java.util.Optional;
import no.innvei.participant.api.ParticipantPermissions;
import no.innvei.registersync.api.RegistersyncPermissions;
import no.innvei.worklist.api.WorklistPermissions;

/** The left menu. An entry is shown to who holds its permission; an entry without one to everyone signed in. */
final class Menu {

    /** @param parent address of the entry this one stands under; {@code null} on the first level */
    record Entry(String address, String text, String icon, String permission, String parent) {}

    static final List<Entry> ENTRIES = List.of(
            new Entry("/min-dag", "menu.myDay", "sun", null, null),
            new Entry("/deltakere", "menu.participants", "people", ParticipantPermissions.READ, null),
            new Entry("/deltakere/import", "menu.import", "download", ParticipantPermissions.IMPORT, "/deltakere"),
            new Entry(
                    "/deltakere/dobbelt", "menu.duplicates", "people", ParticipantPermissions.DUPLICATES, "/deltakere"),
            new Entry("/register", "menu.register", "upload", RegistersyncPermissions.READ, null),
            new Entry("/regelverk", "menu.rules", "paragraph", null, null),
            new Entry("/innstillinger", "menu.settings", "gear", WorklistPermissions.SETTINGS, null));

    /** The entry of the page we are on: the longest address that is the beginning of it. */
    static Optional<Entry> current(String path) {
        return ENTRIES.stream()
                .filter(e -> path.equals(e.address()) || path.startsWith(e.address() + "/"))
                .reduce((one, other) ->
                        one.address().length() >= other.address().length() ? one : other);
    }

    private Menu() {}
}
