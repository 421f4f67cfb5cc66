package no.innvei.kernel.rules;

import java.util.Collection;
import java.util.List;

/** Facts that could not be taken in. Names them, so that whoever asked can point at the field; never repeats what was given. */
public final class RefusedFacts extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String[] names;

    RefusedFacts(String message, Collection<String> names) {
        super(message);
        this.names = names.toArray(String[]::new);
    }

    /** Names of the facts the complaint is about. */
    public List<String> names() {
        return List.of(names);
    }
}
