package no.innvei.devstack;

/** What the stack starts, with the port each prefers when nobody says otherwise. */
public enum Service {
    DATABASE("database", 54320),
    KEYCLOAK("keycloak", 8180),
    REGISTER("register", 9081),
    SERVER("server", 9080);

    private final String label;
    private final int preferredPort;

    Service(String label, int preferredPort) {
        this.label = label;
        this.preferredPort = preferredPort;
    }

    String label() {
        return label;
    }

    int preferredPort() {
        return preferredPort;
    }
}
