package no.innvei.benchmark.volume;

import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;

/** Rows of all tables for some people; each row gets the tenant that was entered last. */
final class Sheets {

    private final Map<VolumeTable, CopyRows> rows = new EnumMap<>(VolumeTable.class);
    private int tenant;
    private int people;

    void enter(int tenant) {
        this.tenant = tenant;
    }

    /** A new row with the tenant in it; the other columns follow in the order of {@link VolumeTable}. */
    CopyRows row(VolumeTable table) {
        if (table == VolumeTable.PARTICIPANT) {
            people++;
        }
        return rows.computeIfAbsent(table, t -> new CopyRows())
                .row(table.columns())
                .number(tenant);
    }

    /** A life fact that is known now; its own columns follow. */
    CopyRows fact(VolumeTable table, Dice dice, UUID person, int from, int to, Written written) {
        return row(table)
                .id(dice.id(written.at()))
                .id(person)
                .day(from)
                .day(to)
                .text(written.reason())
                .moment(written.at())
                .id(written.by())
                .nothing()
                .nothing()
                .nothing();
    }

    /** A life fact that was set aside; its own columns follow. */
    CopyRows setAside(
            VolumeTable table, Dice dice, UUID person, int from, int to, Written written, Written aside, String why) {
        return row(table)
                .id(dice.id(written.at()))
                .id(person)
                .day(from)
                .day(to)
                .text(written.reason())
                .moment(written.at())
                .id(written.by())
                .moment(aside.at())
                .id(aside.by())
                .text(why);
    }

    /** When, by whom and why something was written. */
    record Written(long at, UUID by, String reason) {}

    int people() {
        return people;
    }

    Map<VolumeTable, CopyRows> rows() {
        return rows;
    }
}
