package no.innvei.devstack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {

    @TempDir
    private Path folder;

    @Test
    void data_survives_when_database_and_starter_are_killed() throws Exception {
        var layout = layout();
        startAndKillStarter(layout);
        var postmaster = postmaster(layout);
        postmaster.destroyForcibly();
        postmaster.onExit().join();

        assertAnswerIsKept(layout);
    }

    @Test
    void a_database_whose_starter_was_killed_is_stopped_and_started_anew() throws Exception {
        var layout = layout();
        startAndKillStarter(layout);
        var postmaster = postmaster(layout);

        assertAnswerIsKept(layout);
        assertFalse(postmaster.isAlive());
        assertTrue(Files.notExists(layout.run().resolve("database.pid")));
    }

    private void assertAnswerIsKept(Layout layout) throws Exception {
        var database = Database.start(layout, Ports.anyFree().of(Service.DATABASE), Secrets.in(layout.secrets()), true);
        try (var owner = database.connect(SqlRole.OWNER);
                var statement = owner.createStatement();
                var rows = statement.executeQuery("select answer from kept.it")) {
            assertTrue(rows.next());
            assertEquals(42, rows.getInt(1));
            assertThrows(SQLException.class, () -> DriverManager.getConnection(database.jdbcUrl(), "postgres", ""));
        } finally {
            database.close();
        }
    }

    private Layout layout() {
        var layout = new Layout(Path.of("../.."), folder.resolve("home"));
        layout.create();
        return layout;
    }

    private static ProcessHandle postmaster(Layout layout) {
        return ProcessNote.read(layout.run().resolve("database.pid"))
                .flatMap(ProcessNote::running)
                .orElseThrow();
    }

    /** The starter is another JVM, so that it can be killed as {@code kill -9} does. */
    private static void startAndKillStarter(Layout layout) {
        var starter = Program.start(
                "starter",
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Starter.class.getName(),
                        layout.root().toString(),
                        layout.home().toString()),
                Map.of(),
                layout.home(),
                layout.log("starter"),
                layout.home());
        Http.await(
                starter,
                Duration.ofSeconds(60),
                () -> Files.exists(layout.run().resolve("answered")),
                () -> "no answer.");
        starter.process().destroyForcibly();
        starter.process().onExit().join();
    }

    /** Starts a database, writes one row and waits to be killed. */
    static final class Starter {

        public static void main(String[] arguments) throws Exception {
            var layout = new Layout(Path.of(arguments[0]), Path.of(arguments[1]));
            var database =
                    Database.start(layout, Ports.anyFree().of(Service.DATABASE), Secrets.in(layout.secrets()), true);
            database.prepare();
            try (var owner = database.connect(SqlRole.OWNER);
                    var statement = owner.createStatement()) {
                statement.execute("create schema kept");
                statement.execute("create table kept.it as select 42 as answer");
            }
            Files.createFile(layout.run().resolve("answered"));
            Thread.currentThread().join();
        }

        private Starter() {}
    }
}
