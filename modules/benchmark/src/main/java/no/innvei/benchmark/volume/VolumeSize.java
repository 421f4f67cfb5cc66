package no.innvei.benchmark.volume;

/** How much is made. */
enum VolumeSize {
    /** The municipalities of one county, and the demo municipalities outside it. */
    COUNTY,
    /** Every municipality and county. */
    COUNTRY;

    /** Buskerud: the county of the demo. */
    static final String COUNTY_NUMBER = "33";

    /** Those settled and reunited in the whole country since 2004. */
    static final int COUNTRY_PEOPLE = 420_000;
}
