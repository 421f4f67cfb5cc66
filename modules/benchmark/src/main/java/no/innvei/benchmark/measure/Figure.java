package no.innvei.benchmark.measure;

/**
 * One line of the report.
 *
 * @param budget {@code null} = shown without a ceiling
 * @param statements of one request: least and most; {@code null} = not counted
 * @param wrong answers that were not as they should be
 */
record Figure(String name, Budget budget, Latencies latencies, int wrong, Statements statements, double load) {

    record Statements(int least, int most) {}

    boolean withinBudget() {
        return budget == null || budget.holds(latencies);
    }

    boolean statementsHold() {
        return budget == null || statements == null || budget.holds(statements.least(), statements.most());
    }
}
