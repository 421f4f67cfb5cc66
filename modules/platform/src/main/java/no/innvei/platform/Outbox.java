package no.innvei.platform;

import java.util.Map;
import java.util.UUID;

/** What must happen outside the process although it may crash: rows written by the business transaction, delivered in order per stream afterwards. */
public interface Outbox {

    /**
     * Appends a row in the current transaction and wakes the delivery after commit. A stream that was parked is taken up again, because the data a
     * refusal complained of may have been mended.
     *
     * @param stream what must stay in order, normally the participant
     * @param kind {@code <module>.<what>.v1}; exactly one {@link OutboxHandler} knows it
     * @param ids ids, versions and codes only; never a name, an identity number or free text
     */
    void append(UUID stream, String kind, Map<String, String> ids);

    /** One row for each of many streams, with a number of statements that does not grow with them. Delivery of very many begins a little later. */
    default void append(String kind, Map<UUID, Map<String, String>> idsByStream) {
        idsByStream.forEach((stream, ids) -> append(stream, kind, ids));
    }
}
