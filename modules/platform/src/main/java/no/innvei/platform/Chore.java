package no.innvei.platform;

import java.time.Instant;

/** Something a module deletes once it is past its time. Called daily for every tenant, in a transaction of that tenant, until nothing is left or the day's share is done. */
public interface Chore {

    /** Named in the log; words of ours, no data. */
    String name();

    /**
     * Deletes a batch that one transaction can bear.
     *
     * @param now by the application's clock
     * @return how many rows were deleted; zero when nothing is past its time
     */
    int deleteBatch(Instant now);
}
