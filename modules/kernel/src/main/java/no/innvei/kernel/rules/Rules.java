package no.innvei.kernel.rules;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** Every rule the modules on the class path publish, by name. */
public final class Rules {

    private final Map<String, Rule> byName;

    private Rules(Map<String, Rule> byName) {
        this.byName = byName;
    }

    /** @throws IllegalStateException when two rules claim one name */
    public static Rules load(ClassLoader modules) {
        var found = new TreeMap<String, Rule>();
        for (var rule : ServiceLoader.load(Rule.class, modules)) {
            if (found.put(rule.name(), rule) != null) {
                throw new IllegalStateException("two rules are named " + rule.name());
            }
        }
        return new Rules(new LinkedHashMap<>(found));
    }

    public Optional<Rule> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public Iterable<Rule> all() {
        return byName.values();
    }
}
