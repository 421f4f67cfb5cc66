package no.innvei.registersimulator;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What the register holds. One message at a time: the order of the journal is the order of effect. */
final class Register {

    /** One message as it comes from the wire. */
    record Message(String tenant, ItemKind kind, UUID id, long version, UUID key, JsonObject body) {}

    /**
     * @param timesApplied effects in the journal under this key; anything but one is a fault of the register
     * @param timesReceived how often the key has arrived since this process started, refusals not counted
     */
    record LedgerLine(Item item, int timesApplied, int timesReceived) {}

    private record Place(String tenant, ItemKind kind, UUID id) {}

    private record Key(String tenant, UUID value) {}

    private final Journal journal;
    private final Clock clock;
    private final Checks checks;
    private final Map<Place, Item> held = new HashMap<>();
    private final Map<Key, Item> byKey = new HashMap<>();
    private final Map<Key, Integer> received = new HashMap<>();
    private final List<Item> all = new ArrayList<>();

    Register(Journal journal, Clock clock) throws IOException {
        this.journal = journal;
        this.clock = clock;
        this.checks = new Checks(this::find, clock);
        for (JsonObject line : journal.replay()) {
            hold(Item.of(line));
        }
    }

    synchronized Reply put(Message message) throws IOException {
        var key = new Key(message.tenant(), message.key());
        var known = byKey.get(key);
        if (known != null) {
            received.merge(key, 1, Integer::sum);
            return new Reply.Accepted(known, true, false);
        }
        var before = held.get(new Place(message.tenant(), message.kind(), message.id()));
        if (before != null && before.version() >= message.version()) {
            return new Reply.Older(before.version());
        }
        var refusal = checks.refusal(message);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        long seq = all.size() + 1L;
        var item = new Item(
                seq,
                message.tenant(),
                message.kind(),
                message.id(),
                message.version(),
                message.key(),
                "NIR-%s-%08d".formatted(message.tenant(), seq),
                clock.instant(),
                message.body());
        journal.append(item.toJson());
        hold(item);
        received.merge(key, 1, Integer::sum);
        return new Reply.Accepted(item, false, before == null);
    }

    synchronized Optional<Item> find(String tenant, ItemKind kind, UUID id) {
        return Optional.ofNullable(held.get(new Place(tenant, kind, id)));
    }

    /** The item with this id and everything that names it as its person or programme, oldest first. */
    synchronized List<Item> about(UUID id) {
        String text = id.toString();
        return held.values().stream()
                .filter(item -> item.id().equals(id)
                        || text.equals(item.body().getString("person", null))
                        || text.equals(item.body().getString("programme", null)))
                .sorted((a, b) -> Long.compare(a.seq(), b.seq()))
                .toList();
    }

    /** The last {@code limit} accepted messages, newest first. */
    synchronized List<Item> latest(int limit) {
        return all.subList(Math.max(0, all.size() - limit), all.size()).reversed().stream()
                .toList();
    }

    synchronized Map<ItemKind, Long> counts() {
        var counts = new HashMap<ItemKind, Long>();
        held.values().stream()
                .filter(item -> !item.withdrawn())
                .forEach(item -> counts.merge(item.kind(), 1L, Long::sum));
        return counts;
    }

    synchronized List<LedgerLine> ledger() {
        var applied = new HashMap<Key, Integer>();
        all.forEach(item -> applied.merge(new Key(item.tenant(), item.key()), 1, Integer::sum));
        return all.stream()
                .map(item -> {
                    var key = new Key(item.tenant(), item.key());
                    return new LedgerLine(item, applied.get(key), received.getOrDefault(key, 0));
                })
                .toList();
    }

    private void hold(Item item) {
        held.put(new Place(item.tenant(), item.kind(), item.id()), item);
        byKey.put(new Key(item.tenant(), item.key()), item);
        all.add(item);
    }
}
