package no.innvei.devstack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessNoteTest {

    @Test
    void a_running_process_of_ours_is_found_and_ended_with_everything_under_it(@TempDir Path home) {
        var program = sleeper(home);

        var found = ProcessNote.read(home.resolve("run/sleeper.pid")).flatMap(ProcessNote::running);
        assertEquals(Optional.of(program.pid()), found.map(ProcessHandle::pid));
        var family = program.processes();
        ProcessNote.end(found.orElseThrow(), Duration.ofSeconds(10));

        assertFalse(program.alive());
        assertTrue(family.stream().noneMatch(ProcessHandle::isAlive));
    }

    @Test
    void a_process_that_got_the_number_later_is_left_alone(@TempDir Path home) {
        var stranger = new ProcessNote(ProcessHandle.current().pid(), home.toString());

        assertEquals(Optional.empty(), stranger.running());
    }

    @Test
    void a_note_that_is_not_one_finds_nothing(@TempDir Path home) throws Exception {
        Files.writeString(home.resolve("a.pid"), "12x\n" + home + "\n");
        Files.writeString(home.resolve("b.pid"), ProcessHandle.current().pid() + "\n\n");

        assertEquals(Optional.empty(), ProcessNote.read(home.resolve("a.pid")));
        assertEquals(Optional.empty(), ProcessNote.read(home.resolve("b.pid")));
        assertEquals(Optional.empty(), ProcessNote.read(home.resolve("c.pid")));
    }

    @Test
    void stopping_a_program_removes_its_note(@TempDir Path home) {
        var program = sleeper(home);

        program.stop(Duration.ofSeconds(10));

        assertFalse(Files.exists(home.resolve("run/sleeper.pid")));
    }

    private static Program sleeper(Path home) {
        return Program.start(
                "sleeper",
                List.of("sh", "-c", "sleep 60 & wait; : " + home),
                Map.of(),
                home,
                home.resolve("sleeper.log"),
                home);
    }
}
