package no.innvei.worklist.api;

/** What a tenant decides for its lists. */
public interface ListSettings {

    int DEFAULT_UNTOUCHED_DAYS = 60;
    int LEAST_DAYS = 7;
    int MOST_DAYS = 730;

    Settings now();

    /** @return whether it was stored; false when somebody else changed it since, or the number is out of range */
    boolean change(int untouchedDays, long expectedVersion);

    /** @param untouchedDays a participant is untouched when nothing happened for so many days */
    record Settings(int untouchedDays, long version) {}
}
