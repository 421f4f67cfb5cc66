package no.innvei.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import no.innvei.testkit.EmbeddedDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A test that never fails proves nothing: each weakened policy must be noticed both by the catalogue and by what tenants can do. */
class PolicyMutationTest {

    private static final int SEQUENCES = 25;
    private static final int STEPS = 30;

    private static final String REPAIR_ROLES = "alter role app_rt nobypassrls";

    static List<String> mutations() {
        return List.of(
                "create policy careless on trial.note for select using (true)",
                "create policy careless on trial.item for all using (value > 50) with check (value > 50)",
                "alter role app_rt bypassrls",
                "alter policy tenant on trial.item using (tenant_id <= platform.cur_tenant())",
                "alter policy tenant on trial.note using (tenant_id <= platform.cur_tenant())",
                "alter policy tenant on trial.item with check (true)",
                "alter policy tenant on trial.note with check (true)",
                "alter policy tenant on trial.item with check (tenant_id >= platform.cur_tenant())",
                "alter table trial.item disable row level security",
                "alter policy tenant on trial.note using (tenant_id = platform.cur_tenant())",
                "alter policy tenant on trial.note using (tenant_id = platform.cur_tenant() and participant_id not in ("
                        + "select p.participant_id from platform.protected_participant p"
                        + " where p.tenant_id = platform.cur_tenant() and p.level >= platform.cur_clearance()))",
                "alter policy tenant on trial.note using (tenant_id = platform.cur_tenant() and participant_id not in ("
                        + "select p.participant_id from platform.protected_participant p where p.level > platform.cur_clearance())) ;"
                        + " create policy wide on platform.protected_participant for select using (true)",
                "create or replace function platform.cur_tenant() returns integer language sql stable parallel safe"
                        + " return nullif(current_setting('app.tenant', true), '')::integer % 2",
                "create or replace function platform.cur_clearance() returns integer language sql stable parallel safe return 2");
    }

    @Test
    void the_unchanged_policies_pass_both() throws Exception {
        var database = TenantModel.database();
        assertEquals(List.of(), Catalogue.defects(database.superuser()));
        assertEquals(Optional.empty(), difference(database));
    }

    @ParameterizedTest
    @MethodSource("mutations")
    void a_weakened_policy_is_noticed_by_the_catalogue_and_by_what_tenants_can_do(String mutation) throws Exception {
        var database = TenantModel.database();
        try {
            execute(database, mutation);
            assertTrue(!Catalogue.defects(database.superuser()).isEmpty(), "the catalogue does not notice");
            assertTrue(difference(database).isPresent(), "the tenants do not notice");
        } finally {
            execute(database, REPAIR_ROLES);
        }
    }

    private static Optional<String> difference(EmbeddedDatabase database) throws Exception {
        var random = new Random(1_2026);
        for (int i = 0; i < SEQUENCES; i++) {
            var difference = TenantModel.firstDifference(database, TenantModel.randomSteps(random, STEPS));
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    private static void execute(EmbeddedDatabase database, String sql) throws Exception {
        EmbeddedDatabase.inTransaction(database.superuser(), connection -> {
            try (var statement = connection.createStatement()) {
                return statement.execute(sql);
            }
        });
    }
}
