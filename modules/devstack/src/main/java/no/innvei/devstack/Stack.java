package no.innvei.devstack;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import javax.sql.DataSource;

/**
 * Everything that runs: database, Keycloak, register simulator and server, started in that order and stopped in the opposite one. {@code ./innvei up} and the tests use this same class.
 */
public final class Stack implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Options options;
    private final Layout layout;
    private final Progress progress;
    private final Secrets secrets;
    private final Ports ports;
    private final Tenants tenants = Tenants.demo();
    private Database database;
    private Keycloak keycloak;
    private LibertyServer register;
    private LibertyServer server;
    private volatile boolean closed;

    private Stack(Options options, Layout layout) {
        this.options = options;
        this.layout = layout;
        progress = new Progress(options.out());
        secrets = Secrets.in(layout.secrets());
        ports = options.anyPorts()
                ? Ports.anyFree()
                : Ports.choose(Ports.remembered(layout.home().resolve("ports")));
    }

    /**
     * Starts everything and returns when the server says it is ready. What was started is stopped again if a step fails, and at the latest when this JVM
     * ends.
     */
    public static Stack start(Options options) {
        return start(
                options, begun -> Runtime.getRuntime().addShutdownHook(new Thread(begun::close, "stop the stack")));
    }

    /** @param created is given the stack before its first step, so that a shutdown hook can close one that is only half started */
    static Stack start(Options options, java.util.function.Consumer<Stack> created) {
        Layout layout = new Layout(options.root(), options.home());
        endLeftovers(layout);
        if (options.fresh()) {
            layout.startOver();
        }
        layout.create();
        layout.turnLogs();
        Stack stack = new Stack(options, layout);
        created.accept(stack);
        try {
            stack.startAll();
        } catch (RuntimeException | Error e) {
            try {
                stack.close();
            } catch (RuntimeException alsoWhileStopping) {
                e.addSuppressed(alsoWhileStopping);
            }
            throw e;
        }
        return stack;
    }

    private void startAll() {
        ports.moved().forEach(progress::note);
        ports.remember(layout.home().resolve("ports"));

        progress.step("database", () -> {
            database = Database.start(layout, ports.of(Service.DATABASE), secrets, options.durable());
            database.prepare();
            return "PostgreSQL on port " + ports.of(Service.DATABASE);
        });

        URI web = URI.create("http://localhost:" + ports.of(Service.SERVER));
        keycloak = new Keycloak(layout, secrets, ports.of(Service.KEYCLOAK), web);
        if (keycloak.needsOptimising()) {
            progress.step("keycloak, first time", () -> {
                keycloak.optimise();
                return "optimised for PostgreSQL";
            });
        }
        if (keycloak.importedAnother(tenants)) {
            progress.note(
                    "The realm or the demo people have changed since they were loaded; ./innvei up --fresh takes them in.");
        }
        goOn();
        keycloak.start(database.jdbcUrl("keycloak"), tenants);

        progress.step(
                "migrations",
                () -> Migrations.run(
                        layout.ear(), layout.home().resolve("work/migrations"), database.source(SqlRole.OWNER)));
        progress.step("tenants", () -> {
            try (Connection owner = connect(SqlRole.OWNER)) {
                return TenantSeed.load(owner, tenants, keycloak.realm().toString());
            }
        });

        people();

        Optional<Path> war = layout.registerWar();
        if (war.isPresent()) {
            register = new LibertyServer(
                    layout,
                    "register",
                    Service.REGISTER,
                    ports.of(Service.REGISTER),
                    war.get(),
                    Map.of(),
                    registerEnvironment());
            goOn();
            register.start();
        } else {
            progress.note("register simulator: not built, skipped");
        }

        server = new LibertyServer(
                layout,
                "innvei",
                Service.SERVER,
                ports.of(Service.SERVER),
                layout.ear(),
                sharedLibraries(),
                serverEnvironment());
        goOn();
        server.start();
        progress.step("keycloak", () -> {
            keycloak.awaitReady(PATIENCE);
            keycloak.alignClient();
            return keycloak.address().toString();
        });
        if (register != null) {
            progress.step("register simulator", () -> {
                register.awaitReady(PATIENCE);
                return register.address().toString();
            });
        }
        progress.step("server", () -> {
            server.awaitReady(PATIENCE);
            return server.address().toString();
        });
        if (options.demoPeople()) {
            progress.step("demo participants", () -> DemoPeople.load(this));
        }
    }

    private void people() {
        if (Files.exists(brokenOff())) {
            throw new StackException(
                    "Loading people was broken off last time, and tables are without their keys. Run ./innvei up --fresh.");
        }
        if (options.volume() != null) {
            VolumeStep step = ServiceLoader.load(VolumeStep.class)
                    .findFirst()
                    .orElseThrow(() -> new StackException("The generator of people is not on the class path."));
            goOn();
            progress.step("people", () -> step.load(this, options.volume()));
        }
    }

    /** Exists while tables are without their keys and indexes. */
    public Path brokenOff() {
        return layout.data().resolve("people-half-loaded");
    }

    /** Nothing more is started once somebody has asked to stop. */
    private void goOn() {
        if (closed) {
            throw new StackException("Stopped while starting.");
        }
    }

    /** Where people and other systems reach the application; always written with {@code localhost}. */
    public URI address() {
        return URI.create("http://localhost:" + ports.of(Service.SERVER));
    }

    /** The register simulator's own address. */
    public URI register() {
        return URI.create("http://localhost:" + ports.of(Service.REGISTER));
    }

    /** The shared secret of the register's contract and of its switches for faults. */
    public String registerToken() {
        return secrets.get("INNVEI_REGISTER_TOKEN");
    }

    public URI keycloak() {
        return keycloak.address();
    }

    /** Issuer of every token: the realm's address. */
    public URI issuer() {
        return keycloak.realm();
    }

    public String jdbcUrl() {
        return database.jdbcUrl();
    }

    public String password(SqlRole role) {
        return secrets.get(role.secret());
    }

    public Connection connect(SqlRole role) throws SQLException {
        return database.connect(role);
    }

    /** Past every policy and grant; for tests that look at what is really in the tables. */
    public Connection connectAsSuperuser() throws SQLException {
        return database.superuser(Database.NAME);
    }

    /** Past every policy and grant, as {@link #connectAsSuperuser}. */
    public DataSource superuser() {
        return database.superuserSource();
    }

    /** 32 bytes: what identity numbers are sealed and hashed with. */
    public byte[] vaultKey() {
        return Base64.getDecoder().decode(secrets.get("INNVEI_VAULT_KEY"));
    }

    /** One line of progress from a {@link DemoStep}. */
    public void note(String text) {
        progress.note(text);
    }

    public Tenants tenants() {
        return tenants;
    }

    /** A bearer token for {@code /api/v1} as this demo user, working for the first tenant she is a member of. */
    public String token(String username) {
        return token(username, tenants.user(username).memberships().get(0).tenant());
    }

    /** @param tenant alias of the tenant the token selects */
    public String token(String username, String tenant) {
        return keycloak.token(username, tenants.password(), tenant);
    }

    /** For Keycloak's admin interface; for tests that do what an administrator does there. */
    public String administratorToken() {
        return keycloak.adminToken();
    }

    /** E-mail addresses of a Keycloak organization's members, asked of Keycloak itself; empty when there is no such organization. */
    public Optional<List<String>> membersInKeycloak(String alias) {
        return keycloak.membersOf(alias);
    }

    /** Folder with one log file per program and the server's own JSON logs. */
    public Path logs() {
        return layout.home().resolve("logs");
    }

    public void stopServer() {
        server.stop();
    }

    /** As {@code kill -9}. */
    public void killServer() {
        server.kill();
    }

    /** Starts the server again, on the same port, and waits until it is ready. */
    public void startServer() {
        server.start();
        server.awaitReady(PATIENCE);
    }

    public void stopRegister() {
        register.stop();
    }

    public void startRegister() {
        register.start();
        register.awaitReady(PATIENCE);
    }

    public boolean hasRegister() {
        return register != null;
    }

    /** Names of programs that should run and do not. */
    List<String> dead() {
        var dead = new ArrayList<String>();
        for (Program program : programs()) {
            if (program != null && !program.alive()) {
                dead.add(program.name());
            }
        }
        return dead;
    }

    String elapsed() {
        return progress.elapsed();
    }

    Layout layout() {
        return layout;
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        var failures = new ArrayList<RuntimeException>();
        attempt(failures, () -> {
            if (server != null) {
                server.stop();
            }
        });
        attempt(failures, () -> {
            if (register != null) {
                register.stop();
            }
        });
        attempt(failures, () -> {
            if (keycloak != null) {
                keycloak.stop();
            }
        });
        attempt(failures, () -> {
            if (database != null) {
                database.close();
            }
        });
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
    }

    private Map<String, Path> sharedLibraries() {
        return Map.of("binding.jar", layout.bindingJar(), "postgresql.jar", driverJar());
    }

    private static Path driverJar() {
        try {
            return Path.of(org.postgresql.Driver.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (java.net.URISyntaxException e) {
            throw new StackException("Where is the PostgreSQL driver?", e);
        }
    }

    private Map<String, String> registerEnvironment() {
        return Map.of(
                "INNVEI_PROFILE",
                options.profile(),
                "INNVEI_REGISTER_TOKEN",
                secrets.get("INNVEI_REGISTER_TOKEN"),
                "INNVEI_REGISTER_JOURNAL",
                layout.data().resolve("register/journal.jsonl").toString());
    }

    private Map<String, String> serverEnvironment() {
        var variables = new LinkedHashMap<String, String>();
        secrets.all().forEach((name, value) -> {
            if (!List.of(
                            "INNVEI_DB_SUPERUSER_PASSWORD",
                            "INNVEI_DB_OWNER_PASSWORD",
                            "INNVEI_KEYCLOAK_DB_PASSWORD",
                            "INNVEI_KEYCLOAK_ADMIN_PASSWORD")
                    .contains(name)) {
                variables.put(name, value);
            }
        });
        variables.put("INNVEI_PROFILE", options.profile());
        variables.put("INNVEI_DB_HOST", "127.0.0.1");
        variables.put("INNVEI_DB_PORT", Integer.toString(ports.of(Service.DATABASE)));
        variables.put("INNVEI_DB_NAME", Database.NAME);
        variables.put("INNVEI_PUBLIC_URL", address().toString());
        variables.put("INNVEI_KEYCLOAK_URL", keycloak.address().toString());
        variables.put("INNVEI_OIDC_ISSUER", keycloak.realm().toString());
        variables.put("INNVEI_OIDC_HTTPS", "false");
        variables.put("INNVEI_SSO_COOKIE", "innvei-sso");
        variables.put("INNVEI_REGISTER_URL", register().toString());
        variables.putAll(options.settings());
        return variables;
    }

    private List<Program> programs() {
        var programs = new ArrayList<Program>();
        programs.add(keycloak == null ? null : keycloak.program());
        programs.add(register == null ? null : register.program());
        programs.add(server == null ? null : server.program());
        return programs;
    }

    /** Programs of an earlier run that was killed: recognised by process id and command line, then ended. The database is cleared when it starts. */
    private static void endLeftovers(Layout layout) {
        for (Service service : List.of(Service.SERVER, Service.REGISTER, Service.KEYCLOAK)) {
            Path note = layout.run().resolve(service.label() + ".pid");
            ProcessNote.read(note)
                    .flatMap(ProcessNote::running)
                    .ifPresent(process -> ProcessNote.end(process, Duration.ofSeconds(30)));
            try {
                Files.deleteIfExists(note);
            } catch (IOException e) {
                throw new StackException("Cannot delete " + note + ".", e);
            }
        }
    }

    private static void attempt(List<RuntimeException> failures, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            failures.add(e);
        }
    }
}
