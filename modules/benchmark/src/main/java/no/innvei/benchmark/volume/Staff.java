package no.innvei.benchmark.volume;

import java.util.UUID;

/**
 * Who writes things down in a tenant.
 *
 * @param adviser a made-up id where nobody works yet
 * @param works whether the adviser exists and can be given participants
 */
record Staff(UUID adviser, UUID office, boolean works) {}
