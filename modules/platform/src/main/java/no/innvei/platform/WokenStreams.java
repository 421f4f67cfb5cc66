package no.innvei.platform;

import jakarta.transaction.TransactionScoped;
import java.io.Serializable;
import java.util.HashSet;
import java.util.Set;

/** Streams that got a row in the current transaction, so that each wakes its delivery once. */
@TransactionScoped
public class WokenStreams implements Serializable {

    private static final long serialVersionUID = 1L;

    /** A bulk import leaves the rest to the sweeper, which needs one statement for all. */
    static final int MOST = 50;

    private final Set<String> instances = new HashSet<>();

    boolean first(StreamKey key) {
        return instances.size() < MOST && instances.add(key.instance());
    }
}
