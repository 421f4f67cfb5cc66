package no.innvei.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings a database to the newest version: {@code platform} first, then the modules by name, each in its own schema with its own history. */
public final class Migrator {

    public static final String PLATFORM = "platform";

    /**
     * @param owner connects as {@link DatabaseRoles#OWNER}, who then owns everything that is made
     * @param migrations where {@code db/migration/<module>} is found
     * @param modules names of the modules that have a schema; {@code platform} always comes along
     * @return how many migrations were run
     */
    public static int migrate(DataSource owner, ClassLoader migrations, List<String> modules) {
        var others = new TreeSet<>(modules);
        others.remove(PLATFORM);
        var inOrder = new ArrayList<String>();
        inOrder.add(PLATFORM);
        inOrder.addAll(others);
        int executed = 0;
        for (var module : inOrder) {
            executed += Flyway.configure(migrations)
                    .dataSource(owner)
                    .locations("classpath:db/migration/" + module)
                    .defaultSchema(module)
                    .schemas(module)
                    .createSchemas(true)
                    .table("schema_history")
                    .validateMigrationNaming(true)
                    .failOnMissingLocations(true)
                    .cleanDisabled(true)
                    .load()
                    .migrate()
                    .migrationsExecuted;
        }
        return executed;
    }

    private Migrator() {}
}
