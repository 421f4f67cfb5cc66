package no.innvei.registersync.api;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The way to the national register. An adapter knows the register's own words and no more; it never throws for anything the register or the network
 * can do. Called outside any transaction.
 */
public interface RegisterGateway {

    Answer put(RegisterMessage message);

    /** The register's answer in our words. */
    sealed interface Answer {

        /** @param version the version this receipt is for */
        record Stored(String receipt, Instant acceptedAt, long version) implements Answer {}

        /** The register had stored this key before; the receipt is that of the first time. */
        record Duplicate(String receipt, Instant acceptedAt, long version) implements Answer {}

        /** The register holds this version or a newer one under another key. */
        record Conflict(long heldVersion) implements Answer {}

        /**
         * Understood and not accepted.
         *
         * @param code the register's code
         * @param field the field it is about, in the register's words; empty when it names none
         */
        record Refused(String code, String field) implements Answer {}

        /** Nobody knows whether it arrived; the same message may be sent again. */
        record Unreachable(Optional<Duration> retryAfter) implements Answer {}

        /** The register does not know us (token). Nothing about the item; someone must look at the settings. */
        record NotAdmitted() implements Answer {}

        /** An answer outside the contract, for instance 400 or 410. */
        record NotUnderstood(int status) implements Answer {}
    }
}
