package no.innvei.registersync.integration;

import java.time.Duration;
import java.util.Optional;

/** Nobody knows whether the register got the message. Counts in the circuit breaker; nothing else does. Carries no cause: it would quote addresses. */
final class TransportFault extends RuntimeException {

    private final transient Optional<Duration> retryAfter;

    TransportFault(String what, Optional<Duration> retryAfter) {
        super(what, null, false, false);
        this.retryAfter = retryAfter;
    }

    Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
