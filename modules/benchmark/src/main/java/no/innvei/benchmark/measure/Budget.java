package no.innvei.benchmark.measure;

/** What the work may take, 95 of 100 times (architecture, chapter 7), and the largest number of statements it may send to the database. */
enum Budget {
    LIST("List of participants, any page, any filter", 130, 12, true),
    SEARCH("Search by part of a name", 100, 2, true),
    OPEN("Open a participant with everything on it", 60, 40, false),
    IMPORT("Import of 5 000 people", 30_000, 0, false);

    private final String words;
    private final double milliseconds;
    private final int statements;
    private final boolean constant;

    Budget(String words, double milliseconds, int statements, boolean constant) {
        this.words = words;
        this.milliseconds = milliseconds;
        this.statements = statements;
        this.constant = constant;
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

    /** No more than there may be; where the page does not depend on how far the case has come, the same number every time. */
    boolean holds(int least, int most) {
        return statements == 0 || most <= statements && (least == most || !constant);
    }
}
