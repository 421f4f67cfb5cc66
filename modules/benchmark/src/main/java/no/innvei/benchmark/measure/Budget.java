package no.innvei.benchmark.measure;

/** What the work may take, 95 of 100 times (architecture, chapter 7), and the largest number of statements it may send to the database. */
enum Budget {
    LIST("List of participants, any page, any filter", 130, 7),
    SEARCH("Search by part of a name", 100, 3),
    OPEN("Open a participant with everything on it", 60, 45),
    IMPORT("Import of 5 000 people", 30_000, 0);

    private final String words;
    private final double milliseconds;
    private final int statements;

    Budget(String words, double milliseconds, int statements) {
        this.words = words;
        this.milliseconds = milliseconds;
        this.statements = statements;
    }

    String words() {
        return words;
    }

    /** Ceiling of the 95th percentile. */
    double milliseconds() {
        return milliseconds;
    }

    /** Of one request, with the ones that bind the tenant; 0 = not counted. */
    int statements() {
        return statements;
    }

    boolean holds(Latencies latencies) {
        return latencies.p95() <= milliseconds;
    }

    /** The same number every time, and no more than there may be. */
    boolean holds(int least, int most) {
        return statements == 0 || least == most && most <= statements;
    }
}
