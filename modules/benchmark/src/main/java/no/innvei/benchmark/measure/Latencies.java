package no.innvei.benchmark.measure;

import java.util.Arrays;

/** Response times of one kind of work in milliseconds, sorted. Each counts from when the request was due, not from when it was sent. */
record Latencies(double[] sorted) {

    static Latencies of(double... milliseconds) {
        var sorted = milliseconds.clone();
        Arrays.sort(sorted);
        return new Latencies(sorted);
    }

    int count() {
        return sorted.length;
    }

    /** The smallest value that at least {@code percent} of all do not exceed (nearest rank); {@code NaN} without values. */
    double percentile(double percent) {
        if (percent <= 0 || percent > 100) {
            throw new IllegalArgumentException("percentile " + percent);
        }
        if (sorted.length == 0) {
            return Double.NaN;
        }
        int rank = (int) Math.ceil(percent / 100 * sorted.length);
        return sorted[Math.max(1, rank) - 1];
    }

    double p50() {
        return percentile(50);
    }

    double p95() {
        return percentile(95);
    }

    double most() {
        return percentile(100);
    }
}
