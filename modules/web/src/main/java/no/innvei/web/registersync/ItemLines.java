package no.innvei.web.registersync;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import no.innvei.registersync.api.ItemKind;
import no.innvei.registersync.api.ItemState;
import no.innvei.registersync.api.RegisterStatus.ItemStatus;
import no.innvei.web.text.Texts;

/** The items of one participant as lines: refusals first, plan elements in the same state as one line. */
final class ItemLines {

    private record Group(ItemKind kind, ItemState state, Object alone) {}

    static List<ItemLine> of(List<ItemStatus> items, Texts texts) {
        var groups = new LinkedHashMap<Group, List<ItemStatus>>();
        for (var item : items) {
            boolean together = item.kind() == ItemKind.MEASURE && item.state() != ItemState.REFUSED;
            groups.computeIfAbsent(
                            new Group(item.kind(), item.state(), together ? "together" : item.item()),
                            g -> new ArrayList<>())
                    .add(item);
        }
        return groups.values().stream()
                .sorted(Comparator.comparing(group -> group.getFirst().state() != ItemState.REFUSED))
                .map(group -> new ItemLine(shown(group), null, group.size(), texts))
                .toList();
    }

    /** Of several, the one that is late first, or was accepted last. */
    private static ItemStatus shown(List<ItemStatus> group) {
        return group.stream()
                .min(Comparator.comparing(ItemStatus::registerBy, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(ItemStatus::acceptedAt, Comparator.nullsLast(Comparator.reverseOrder())))
                .orElseThrow();
    }

    private ItemLines() {}
}
