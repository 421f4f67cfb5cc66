package no.innvei.benchmark.volume;

import java.time.LocalDate;

/**
 * What to make.
 *
 * @param people in the whole country; a county gets its share
 * @param accessLogRows in the whole country, likewise
 */
record Volume(VolumeSize size, long seed, LocalDate today, int people, long accessLogRows) {

    static final long SEED = 20_040_901L;
}
