package no.innvei.worklist.api;

import java.util.List;
import java.util.UUID;

/** The lists a user keeps under names of her own; nobody else sees them. */
public interface SavedViews {

    int MOST = 20;

    /** By name. */
    List<SavedView> own();

    /** Keeps a list under a name; a list with the same name is replaced. */
    SaveOutcome save(String name, String query);

    /** Changes name or list of one, when nobody changed it since. */
    SaveOutcome change(UUID id, long expectedVersion, String name, String query);

    /** @return whether there was one */
    boolean remove(UUID id);

    /**
     * @param query parameters of the list's address: codes and ids only
     */
    record SavedView(UUID id, String name, String query, long version) {}

    /** What came of keeping a list. */
    sealed interface SaveOutcome {

        record Saved(SavedView view, boolean replaced) implements SaveOutcome {}

        /** Empty or longer than 60 characters. */
        record NameNotPossible() implements SaveOutcome {}

        /** The user has {@value SavedViews#MOST} already. */
        record TooMany() implements SaveOutcome {}

        record ChangedMeanwhile() implements SaveOutcome {}

        record NotFound() implements SaveOutcome {}
    }
}
