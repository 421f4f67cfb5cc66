package no.innvei.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import no.innvei.testkit.EmbeddedDatabase;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    @Test
    void nothing_in_the_database_lets_one_tenant_touch_another() throws Exception {
        assertTrue(
                Modules.withSchema().containsAll(List.of("platform", "tenancy")),
                "the migrations were found: " + Modules.withSchema());

        assertEquals(List.of(), Catalogue.defects(Modules.migrated().superuser()));
    }

    @Test
    void each_planted_defect_is_found_and_nothing_else_is_reported() throws Exception {
        var database = EmbeddedDatabase.migrated();
        var superuser = database.superuser();
        List<Defect> planted = PlantedDefects.all();
        EmbeddedDatabase.inTransaction(superuser, connection -> {
            try (var statement = connection.createStatement()) {
                statement.execute("set local role innvei_owner");
                for (var sql : PlantedDefects.SOUND) {
                    statement.execute(sql);
                }
            }
            return null;
        });
        assertEquals(List.of(), Catalogue.defects(superuser), "the schema is sound before");

        try {
            for (var defect : planted) {
                EmbeddedDatabase.inTransaction(superuser, connection -> {
                    try (var statement = connection.createStatement()) {
                        return statement.execute(defect.sql());
                    }
                });
            }
            var found = Catalogue.defects(superuser);
            var missed = new ArrayList<String>();
            for (var defect : planted) {
                if (found.stream().noneMatch(line -> line.startsWith(defect.report()))) {
                    missed.add(defect.report());
                }
            }
            var unexpected = found.stream()
                    .filter(line -> planted.stream().noneMatch(defect -> line.startsWith(defect.report())))
                    .toList();
            assertEquals(List.of(), missed, "missed; found were " + String.join("\n", found));
            assertEquals(List.of(), unexpected, "reported without a cause");
        } finally {
            EmbeddedDatabase.inTransaction(superuser, connection -> {
                try (var statement = connection.createStatement()) {
                    return statement.execute(PlantedDefects.REPAIR_ROLES);
                }
            });
        }
    }

    /**
     * @param sql breaks one thing
     * @param report how the line of the catalogue begins that must name it
     */
    record Defect(String sql, String report) {}
}
