package no.innvei.benchmark.volume;

import static no.innvei.benchmark.volume.CopyRows.NEVER;
import static no.innvei.benchmark.volume.CopyRows.NONE;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import no.innvei.registersync.api.ItemKind;

/**
 * Writes what is owed to the register, in the states the delivery would have left: accepted; refused, with the rest waiting behind; on its way, with the outbox rows
 * that will carry it; not required before settlement.
 */
final class Duties {

    private static final String OUTBOX_KIND = "registersync.item.v1";
    private static final long SECOND = 1_000_000L;
    private static final long DAY = 86_400L * SECOND;

    /** People settled earlier have no items until something changes; the register heard of them from earlier systems. */
    private static final int FIRST = Person.day(java.time.LocalDate.of(2022, 1, 1));

    private static final int NEW = 100;

    private final RegisterLimits limits;
    private final Today today;

    Duties(RegisterLimits limits, Today today) {
        this.limits = limits;
        this.today = today;
    }

    /** Something the register must hear of, known since that day. */
    record Told(ItemKind kind, UUID subject, UUID programme, int knownOn) {}

    private enum State {
        ACCEPTED,
        PENDING,
        NOT_SENT,
        REFUSED,
        NOT_REQUIRED
    }

    /** @param recent whether the programme, if there is one, is open or was until lately */
    void write(Sheets sheets, Person person, List<Told> told, boolean recent, Dice dice) {
        boolean settled = person.settledOn() != NONE && person.settledOn() <= today.day();
        boolean programme = recent && !told.isEmpty();
        if (settled && person.settledOn() < FIRST && !programme) {
            return;
        }
        boolean fresh = settled && person.settledOn() > today.day() - NEW;
        State rest = State.ACCEPTED;
        State own = State.ACCEPTED;
        if (!settled) {
            own = State.NOT_REQUIRED;
        } else if (person.refused() != null) {
            own = State.REFUSED;
            rest = State.NOT_SENT;
        } else if (fresh && dice.percent(3)) {
            own = State.PENDING;
            rest = State.PENDING;
        }
        int known = (int) Math.floorDiv(person.registeredAt(), DAY);
        int registered = settled ? Math.max(known, person.settledOn()) : known;
        boolean waiting = own == State.PENDING || own == State.REFUSED;
        var first = item(sheets, person, new Told(ItemKind.PERSON, person.id(), null, registered), own, dice);
        int seq = 1;
        if (waiting) {
            outbox(sheets, person, first, seq, dice);
        }
        if (programme) {
            for (var one : told) {
                var item = item(sheets, person, one, rest, dice);
                if (waiting) {
                    outbox(sheets, person, item, ++seq, dice);
                }
            }
        }
        if (waiting) {
            boolean parked = own == State.REFUSED;
            sheets.row(VolumeTable.STREAM)
                    .id(person.id())
                    .big(seq)
                    .big(0)
                    .moment(today.last())
                    .moment(today.last())
                    .number(0)
                    .text(parked ? person.refused().code() : null)
                    .moment(parked ? today.last() : NEVER);
        }
    }

    private UUID item(Sheets sheets, Person person, Told told, State state, Dice dice) {
        long at = today.moment(dice, told.knownOn());
        var id = dice.id(at);
        var limit = limits.of(told.kind(), told.knownOn());
        boolean accepted = state == State.ACCEPTED;
        boolean refused = state == State.REFUSED;
        long answered = Math.min(today.last(), at + dice.between(1, 90) * SECOND);
        var row = sheets.row(VolumeTable.OWED_ITEM)
                .id(id)
                .id(person.id())
                .text(told.kind().name())
                .id(told.subject())
                .id(told.programme())
                .id(dice.id(at))
                .text(state.name())
                .text(state == State.NOT_REQUIRED ? "NOT_SETTLED" : null)
                .day(told.knownOn())
                .day(state == State.NOT_REQUIRED ? NONE : limit.registerBy())
                .json(limit.evaluation());
        if (accepted) {
            row.big(1).moment(answered).text("K-" + Long.toHexString(id.getLeastSignificantBits()));
        } else {
            row.nothing().nothing().nothing();
        }
        row.text(refused ? person.refused().code() : null)
                .text(refused ? person.refused().field() : null)
                .moment(accepted || refused ? answered : NEVER)
                .moment(accepted || refused ? answered : at);
        return id;
    }

    private void outbox(Sheets sheets, Person person, UUID item, int seq, Dice dice) {
        sheets.row(VolumeTable.OUTBOX)
                .id(dice.id(today.last()))
                .id(person.id())
                .big(seq)
                .text(OUTBOX_KIND)
                .json(("{\"item\": \"" + item + "\", \"version\": \"1\"}").getBytes(StandardCharsets.US_ASCII))
                .moment(today.last())
                .moment(today.last());
    }
}
