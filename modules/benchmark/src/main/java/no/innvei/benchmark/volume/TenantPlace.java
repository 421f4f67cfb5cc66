package no.innvei.benchmark.volume;

/**
 * A municipality as a tenant.
 *
 * @param number four digits
 * @param people how many are made
 */
record TenantPlace(int tenant, String number, boolean nynorsk, int people) {}
