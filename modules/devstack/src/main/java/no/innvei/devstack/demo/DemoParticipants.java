package no.innvei.devstack.demo;

import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import no.innvei.devstack.DemoStep;
import no.innvei.devstack.SqlRole;
import no.innvei.devstack.Stack;
import no.innvei.devstack.StackException;
import no.innvei.devstack.Tenants;

/** Loads the demo participants, four cases at a time. Keys are the same every time, so a load that was broken off is taken up and nothing happens twice. */
public final class DemoParticipants implements DemoStep {

    private static final int AT_A_TIME = 4;
    private static final int REPORT_EVERY = 100;

    /** Today of the cases: what was recorded on the first day keeps its dates. */
    private final Clock clock = Clock.system(ZoneId.of("Europe/Oslo"));

    @Override
    public String load(Stack stack) {
        var missing = missing(stack);
        if (missing.isEmpty()) {
            return total() + " participants, there already";
        }
        var today = LocalDate.now(clock);
        var apis = new HashMap<String, DemoApi>();
        for (var tenant : missing) {
            var adviser = adviser(stack.tenants(), tenant);
            apis.put(tenant, new DemoApi(stack.address(), () -> stack.token(adviser, tenant)));
        }
        var cases = DemoCases.on(today).stream()
                .filter(c -> missing.contains(c.tenant()))
                .toList();
        var results = happen(cases, apis, today, stack);
        protect(stack, results);
        var refusals = results.values().stream()
                .map(DemoLife.Result::refusal)
                .filter(refusal -> refusal != null)
                .collect(Collectors.groupingBy(refusal -> refusal, Collectors.counting()));
        refusals.forEach((refusal, count) -> stack.note(count + " demo cases stopped at " + refusal));
        return cases.size() + " participants in " + missing.size() + " municipalities";
    }

    private static Map<DemoCase, DemoLife.Result> happen(
            List<DemoCase> cases, Map<String, DemoApi> apis, LocalDate today, Stack stack) {
        var done = new AtomicInteger();
        var running = new HashMap<DemoCase, Future<DemoLife.Result>>();
        try (var workers = Executors.newFixedThreadPool(AT_A_TIME)) {
            for (var demo : cases) {
                Callable<DemoLife.Result> life = () -> {
                    var result = new DemoLife(apis.get(demo.tenant()), demo, today).happen();
                    int so = done.incrementAndGet();
                    if (so % REPORT_EVERY == 0 && so < cases.size()) {
                        stack.note(so + " of " + cases.size() + " demo participants");
                    }
                    return result;
                };
                running.put(demo, workers.submit(life));
            }
            var results = new HashMap<DemoCase, DemoLife.Result>();
            for (var life : running.entrySet()) {
                results.put(life.getKey(), life.getValue().get());
            }
            return results;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof StackException known
                    ? known
                    : new StackException("The demo participants could not be loaded.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted while the demo participants were loaded.", e);
        }
    }

    /**
     * No page or resource sets a protection level yet, so the rows are written as the owner of the schema, inside the tenant as everything else.
     * Last, because the adviser who loads may not see these people afterwards.
     */
    private static void protect(Stack stack, Map<DemoCase, DemoLife.Result> results) {
        for (var result : results.entrySet()) {
            var demo = result.getKey();
            if (demo.protection() > 0 && result.getValue().participant() != null) {
                protect(
                        stack,
                        stack.tenants().tenant(demo.tenant()).id(),
                        result.getValue().participant(),
                        demo.protection());
            }
        }
    }

    private static void protect(Stack stack, int tenant, UUID participant, int level) {
        try (var owner = stack.connect(SqlRole.OWNER)) {
            owner.setAutoCommit(false);
            try (var scope = owner.prepareStatement("select set_config('app.tenant', ?, true)");
                    var row = owner.prepareStatement(
                            "insert into platform.protected_participant (tenant_id, participant_id, level) values (?, ?, ?) on conflict do nothing")) {
                scope.setString(1, String.valueOf(tenant));
                scope.execute();
                row.setInt(1, tenant);
                row.setObject(2, participant);
                row.setInt(3, level);
                row.executeUpdate();
            }
            owner.commit();
        } catch (SQLException e) {
            throw new StackException("The protected demo participants could not be marked.", e);
        }
    }

    /** Municipalities that do not have all their participants yet. */
    private static List<String> missing(Stack stack) {
        var missing = new ArrayList<String>();
        try (var database = stack.connectAsSuperuser();
                var count =
                        database.prepareStatement("select count(*) from participant.participant where tenant_id = ?")) {
            for (var size : DemoCases.SIZES.entrySet()) {
                count.setInt(1, stack.tenants().tenant(size.getKey()).id());
                try (var found = count.executeQuery()) {
                    found.next();
                    if (found.getInt(1) < size.getValue()) {
                        missing.add(size.getKey());
                    }
                }
            }
            return missing;
        } catch (SQLException e) {
            throw new StackException("The demo participants could not be counted.", e);
        }
    }

    private static String adviser(Tenants tenants, String tenant) {
        return tenants.users().stream()
                .filter(user -> user.memberships().stream()
                        .anyMatch(m -> m.tenant().equals(tenant) && m.roles().contains("PROGRAMME_ADVISER")))
                .findFirst()
                .orElseThrow(() -> new StackException("No demo adviser in " + tenant + "."))
                .username();
    }

    private static int total() {
        return DemoCases.SIZES.values().stream().mapToInt(Integer::intValue).sum();
    }
}
