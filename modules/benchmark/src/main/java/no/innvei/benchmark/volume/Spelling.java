package no.innvei.benchmark.volume;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import no.innvei.participant.api.NameTokens;

/** What {@link NameTokens} makes of a name, remembered word by word, because the same words come again and again. Not for several threads. */
final class Spelling {

    private final Map<String, SortedSet<String>> tokens = new HashMap<>();
    private final Map<String, String> keys = new HashMap<>();

    SortedSet<String> tokens(String given, String family) {
        var all = new TreeSet<String>();
        add(all, given);
        add(all, family);
        return all;
    }

    String sortKey(String given, String family) {
        var key = new StringBuilder();
        if (family != null) {
            append(key, family);
            key.append(", ");
        }
        append(key, given);
        return key.toString();
    }

    private void add(SortedSet<String> all, String name) {
        if (name != null) {
            for (var word : name.split(" ")) {
                all.addAll(tokens.computeIfAbsent(word, NameTokens::of));
            }
        }
    }

    private void append(StringBuilder key, String name) {
        var separator = "";
        for (var word : name.split(" ")) {
            key.append(separator).append(keys.computeIfAbsent(word, one -> NameTokens.sortKey(one, null)));
            separator = " ";
        }
    }
}
