package no.innvei.platform;

import java.time.Duration;

/**
 * Regular work that belongs to no tenant, such as deleting what nobody needs any more; a CDI bean. The job scheduler runs it on one node at a time,
 * outside any transaction and without a scope; a failure waits for the next time.
 */
public interface Upkeep {

    /** Name of the task in the scheduler's table; never changes. */
    String name();

    /** From the end of one run to the next. */
    Duration every();

    void run();
}
