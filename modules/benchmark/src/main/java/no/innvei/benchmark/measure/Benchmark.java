package no.innvei.benchmark.measure;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import no.innvei.benchmark.measure.Figure.Statements;
import no.innvei.benchmark.measure.OfferedLoad.Done;
import no.innvei.benchmark.measure.OfferedLoad.Work;
import no.innvei.devstack.Options;
import no.innvei.devstack.Stack;
import no.innvei.devstack.StackException;

/** {@code ./innvei benchmark}: starts the stack as people use it, measures, writes the report and stops the stack. Fails when a page sends other statements than it may. */
public final class Benchmark {

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    /** The largest municipality that has users. */
    private static final String USER = "bjorn";

    private static final int TENANT = 2;
    /** Every import makes the country larger by its people, so the next file begins with other numbers. */
    private static final String EVERYBODY = "select count(*) from participant.participant";

    private static final int FIRST_SERIAL = 300_000;
    private static final int FILES = 139;
    private static final String IMPORTER = "vidar";
    private static final int USERS = 4;
    private static final double PER_SECOND = 4;
    private static final int WARM_UP = 160;
    private static final int ROUNDS = 12;
    private static final int IMPORTED = 5000;
    private static final List<String> TYPED =
            List.of("ol", "moh", "ahmad", "iryna", "sa", "tesf", "al", "yusuf", "han", "mar");

    private final Stack stack;
    private final String size;
    private final List<Visitor> visitors = new ArrayList<>();
    private final List<UUID> people = new ArrayList<>();
    private final List<Figure> figures = new ArrayList<>();

    private Benchmark(Stack stack, String size) {
        this.stack = stack;
        this.size = size;
    }

    public static void main(String[] arguments) throws Exception {
        Logger.getLogger("").setLevel(Level.WARNING);
        var size = arguments.length == 1 ? arguments[0] : "";
        if (!size.matches("small|county|country")) {
            OUT.println("usage: benchmark small|county|country");
            System.exit(2);
        }
        var root =
                Path.of(System.getProperty("innvei.root", ".")).toAbsolutePath().normalize();
        // the compiler that a server in use has; devstack's own is for starting quickly
        var options = Options.demo(root, false)
                .reportingTo(OUT)
                .with("JVM_ARGS", "-XX:+UseSerialGC -Dinnvei.home=" + root.resolve(".innvei"));
        if (!size.equals("small")) {
            options = options.with(new Options.Volume(size, 0, 0));
        }
        int exit;
        try (var stack = Stack.start(options)) {
            exit = new Benchmark(stack, size).run(options.home().resolve("benchmark"));
        } catch (StackException e) {
            OUT.println(e.getMessage());
            exit = 2;
        }
        System.exit(exit);
    }

    private int run(Path folder) throws Exception {
        for (int i = 0; i < USERS; i++) {
            visitors.add(Visitor.of(stack, USER));
        }
        int tenantPeople = read();
        var machine = Machine.line();
        OUT.println();
        OUT.println("Measuring on " + machine);
        OUT.printf(
                "%.0f requests a second, %d users, %,d participants in their municipality%n",
                PER_SECOND, USERS, tenantPeople);

        var lists = lists();
        OUT.println("Warming up");
        measure(i -> i % 3 == 0 ? search(i) : i % 3 == 1 ? open(i) : list(i, lists), WARM_UP);

        var counted = count(lists);
        OUT.println("List: every order and filter");
        var listed = measure(i -> list(i, lists), lists.size() * ROUNDS);
        figures.add(figure(Budget.LIST.words(), Budget.LIST, listed, counted.get(Budget.LIST)));
        listed.stream()
                .collect(Collectors.groupingBy(Done::name, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(each -> figures.add(figure("– " + each.getKey(), null, each.getValue(), null)));
        OUT.println("Search while typing");
        figures.add(
                figure(Budget.SEARCH.words(), Budget.SEARCH, measure(this::search, 160), counted.get(Budget.SEARCH)));
        OUT.println("Open");
        figures.add(figure(Budget.OPEN.words(), Budget.OPEN, measure(this::open, 160), counted.get(Budget.OPEN)));
        var failed = imports(lists);

        var report = new Report(
                ZonedDateTime.now(Clock.system(ZoneId.of("Europe/Oslo")))
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toOffsetDateTime()
                        .toString(),
                machine,
                size,
                number(EVERYBODY),
                tenantPeople,
                PER_SECOND,
                figures);
        report.write(folder);
        OUT.println();
        figures.forEach(figure -> OUT.println(Report.line(figure)));
        OUT.println();
        OUT.println("Report: " + folder.resolve("report.html"));
        if (failed != null) {
            OUT.println(failed);
            return 2;
        }
        return verdict();
    }

    private int verdict() {
        int wrong = figures.stream().mapToInt(Figure::wrong).sum();
        if (wrong > 0) {
            OUT.println("Failed: " + wrong
                    + " answers were not as they should be, so the figures marked with them say nothing.");
            OUT.println("Next: ./innvei logs server, and measure again.");
            return 2;
        }
        boolean counts = figures.stream().allMatch(Figure::statementsHold);
        boolean times = figures.stream().allMatch(Figure::withinBudget);
        if (!counts) {
            OUT.println("Failed: a page sends more statements than it may, or not the same number every time.");
            OUT.println(
                    "Next: find the statement with ./innvei up and log_statement, or raise the number in Budget with a reason.");
            return 1;
        }
        OUT.println(
                times
                        ? "Every figure is within its ceiling."
                        : "Statement counts hold. Figures over their ceiling are marked; on a busy machine measure again before looking for a reason.");
        return 0;
    }

    /** Reads whom to open; returns how many people the municipality has. */
    private int read() throws SQLException {
        try (var connection = stack.connectAsSuperuser();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select p.id from participant.participant p where p.tenant_id = " + TENANT
                                + " and not exists (select from platform.protected_participant x where x.tenant_id = p.tenant_id and x.participant_id = p.id)"
                                + " order by md5(p.id::text) limit 400")) {
            while (rows.next()) {
                people.add(rows.getObject(1, UUID.class));
            }
        }
        return number("select count(*) from participant.participant where tenant_id = " + TENANT);
    }

    private int number(String sql) throws SQLException {
        try (var connection = stack.connectAsSuperuser();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /** Parameters of the list's address, by what they are called in the report. */
    private static Map<String, String> lists() {
        var filters = new LinkedHashMap<String, String>();
        filters.put("everyone", "");
        filters.put("in programme", "fase=i-program");
        filters.put("before decision", "fase=for-vedtak");
        filters.put("due within 30 days", "frist=30");
        filters.put("refused by the register", "register=avvist");
        filters.put("right and duty", "kategori=rett-og-plikt");
        filters.put("mine", "veileder=meg");
        filters.put("nobody's", "veileder=ingen");
        filters.put("untouched", "urort=ja");
        filters.put("without settlement", "mangler=bosetting");
        var lists = new LinkedHashMap<String, String>();
        for (var sort : List.of("frist", "navn", "endret", "uendret", "veileder")) {
            filters.forEach((name, parameters) -> lists.put(
                    "by " + order(sort) + ": " + name,
                    "/deltakere?sort=" + sort + (parameters.isEmpty() ? "" : "&" + parameters)));
        }
        return lists;
    }

    private static String order(String sort) {
        return switch (sort) {
            case "frist" -> "deadline";
            case "navn" -> "name";
            case "endret" -> "last change";
            case "uendret" -> "first change";
            default -> "adviser";
        };
    }

    private Work list(int i, Map<String, String> lists) {
        var names = List.copyOf(lists.keySet());
        var name = names.get(i % names.size());
        return new Work(name, () -> visitor(i).page(lists.get(name)).statusCode() == 200);
    }

    private Work search(int i) {
        return new Work(
                "search",
                () -> visitor(i).suggestions(TYPED.get(i % TYPED.size())).statusCode() == 200);
    }

    private Work open(int i) {
        return new Work(
                "open",
                () -> visitor(i)
                                .page("/deltakere/" + people.get(i % people.size()))
                                .statusCode()
                        == 200);
    }

    private Visitor visitor(int i) {
        return visitors.get(i % visitors.size());
    }

    private static List<Done> measure(IntFunction<Work> work, int arrivals) throws InterruptedException {
        return OfferedLoad.run(work, PER_SECOND, OfferedLoad.after(arrivals));
    }

    private static Figure figure(String name, Budget budget, List<Done> done, Statements statements) {
        return new Figure(
                name,
                budget,
                Latencies.of(done.stream().mapToDouble(Done::milliseconds).toArray()),
                (int) done.stream().filter(each -> !each.right()).count(),
                statements,
                Machine.load());
    }

    /** With nothing else going on, and after the warm-up, so that what is read once per session has been read. */
    private Map<Budget, Statements> count(Map<String, String> lists) throws Exception {
        OUT.println("Counting statements");
        var counted = new LinkedHashMap<Budget, Statements>();
        try (var counter = new StatementCounter(stack)) {
            counted.put(
                    Budget.LIST,
                    counted(
                            counter,
                            lists.values().stream()
                                    .<Callable<?>>map(
                                            path -> () -> visitors.get(0).page(path))
                                    .toList()));
            counted.put(
                    Budget.SEARCH,
                    counted(
                            counter,
                            TYPED.stream()
                                    .<Callable<?>>map(
                                            typed -> () -> visitors.get(0).suggestions(typed))
                                    .toList()));
            counted.put(
                    Budget.OPEN,
                    counted(
                            counter,
                            people.stream()
                                    .limit(20)
                                    .<Callable<?>>map(
                                            id -> () -> visitors.get(0).page("/deltakere/" + id))
                                    .toList()));
        }
        return counted;
    }

    private static Statements counted(StatementCounter counter, List<Callable<?>> requests) throws Exception {
        int least = Integer.MAX_VALUE;
        int most = 0;
        for (var request : requests) {
            int statements = counter.during(request);
            least = Math.min(least, statements);
            most = Math.max(most, statements);
        }
        return new Statements(least, most);
    }

    /** A file for one municipality, while people of another list and search; returns what went wrong, or {@code null}. */
    private String imports(Map<String, String> lists) throws InterruptedException, SQLException {
        OUT.printf("Import of %,d people while others list and search%n", IMPORTED);
        var run = new ImportRun(stack, IMPORTER);
        var file = ImportFile.of(IMPORTED, FIRST_SERIAL + number(EVERYBODY) / IMPORTED % FILES * IMPORTED);
        var over = new AtomicBoolean();
        List<Done> others;
        try (var importer = Executors.newSingleThreadExecutor()) {
            long start = System.nanoTime();
            var registered = importer.submit(() -> {
                try {
                    int created = run.take(file);
                    return new Done("import", (System.nanoTime() - start) / 1e6, created == IMPORTED);
                } finally {
                    over.set(true);
                }
            });
            others = OfferedLoad.run(i -> i % 2 == 0 ? list(i / 2, lists) : search(i), PER_SECOND, over::get);
            figures.add(figure(Budget.IMPORT.words(), Budget.IMPORT, List.of(registered.get()), null));
        } catch (ExecutionException e) {
            return "The import did not succeed. " + e.getCause().getMessage();
        }
        figures.add(figure(
                "List during the import",
                Budget.LIST,
                others.stream().filter(d -> !d.name().equals("search")).toList(),
                null));
        figures.add(figure(
                "Search during the import",
                Budget.SEARCH,
                others.stream().filter(d -> d.name().equals("search")).toList(),
                null));
        return null;
    }
}
