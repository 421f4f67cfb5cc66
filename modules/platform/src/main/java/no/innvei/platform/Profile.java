package no.innvei.platform;

/**
 * What kind of installation this is: {@code innvei.profile}, production unless said otherwise. Demo and test allow synthetic identity numbers
 * (month + 80), the register simulator, plain http on the own machine, a settable clock and an older PostgreSQL; production refuses to start with
 * any of them.
 */
public enum Profile {
    DEMO,
    TEST,
    PRODUCTION;

    public static final String SETTING = "innvei.profile";

    /** @throws IllegalStateException when the word is none of the three */
    static Profile named(String word) {
        return switch (word) {
            case "demo" -> DEMO;
            case "test" -> TEST;
            case "production" -> PRODUCTION;
            default -> throw new IllegalStateException(SETTING + " must be demo, test or production");
        };
    }

    public boolean allowsSyntheticIdentifiers() {
        return this != PRODUCTION;
    }

    public boolean allowsSimulator() {
        return this != PRODUCTION;
    }

    public boolean allowsPlainHttp() {
        return this != PRODUCTION;
    }

    public boolean allowsSettableClock() {
        return this != PRODUCTION;
    }

    /** As {@code server_version_num}: 18.7 closes known holes in row-level security. */
    public int oldestDatabase() {
        return this == PRODUCTION ? 180_007 : 180_000;
    }
}
