package no.innvei.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.BeforeContainer;
import no.innvei.architecture.TenantModel.Kind;
import no.innvei.architecture.TenantModel.Step;
import no.innvei.architecture.TenantModel.Table;
import no.innvei.testkit.EmbeddedDatabase;

class TenantIsolationProperties {

    private static EmbeddedDatabase database;

    @BeforeContainer
    static void tables() throws Exception {
        database = TenantModel.database();
    }

    @Property(tries = 80, shrinking = ShrinkingMode.BOUNDED)
    void whatever_tenants_do_each_sees_and_changes_its_own_rows_only(@ForAll("sequences") List<Step> steps)
            throws Exception {
        assertEquals(Optional.empty(), TenantModel.firstDifference(database, steps));
    }

    @Provide
    Arbitrary<List<Step>> sequences() {
        var tenants = Arbitraries.integers().between(1, TenantModel.TENANTS);
        var others = Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.just(0)), Tuple.of(1, tenants)); // 0 stands for the own tenant
        return Combinators.combine(
                        Arbitraries.of(Kind.class),
                        Arbitraries.of(Table.class),
                        tenants,
                        Arbitraries.integers().between(0, 2),
                        others,
                        Arbitraries.integers().between(0, TenantModel.PEOPLE - 1),
                        Arbitraries.integers().between(0, 99))
                .as((kind, table, tenant, clearance, as, person, value) ->
                        new Step(kind, table, tenant, clearance, as == 0 ? tenant : as, person, value))
                .list()
                .ofMinSize(5)
                .ofMaxSize(30);
    }
}
