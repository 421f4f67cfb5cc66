package no.innvei.devstack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {

    @Test
    void a_taken_port_is_replaced_and_said_so() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            var ports = Ports.choose(Map.of(Service.SERVER, taken.getLocalPort()));

            assertNotEquals(taken.getLocalPort(), ports.of(Service.SERVER));
            assertTrue(ports.moved().stream()
                    .anyMatch(sentence -> sentence.startsWith("Port " + taken.getLocalPort() + " is taken")));
        }
    }

    @Test
    void two_services_that_wish_for_the_same_port_get_different_ones() {
        int free = Ports.anyFree().of(Service.SERVER);

        var ports = Ports.choose(
                Arrays.stream(Service.values()).collect(Collectors.toMap(service -> service, service -> free)));

        assertEquals(Service.values().length, new HashSet<>(ports.byService().values()).size());
    }

    @Test
    void the_ports_of_the_last_time_are_wished_for_again(@TempDir Path folder) {
        var ports = Ports.anyFree();
        ports.remember(folder.resolve("ports"));

        assertEquals(ports.byService(), Ports.remembered(folder.resolve("ports")));
    }

    @Test
    void an_unreadable_line_is_as_good_as_none(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("ports"), "server=abc\nkeycloak=8200\n");

        assertEquals(Map.of(Service.KEYCLOAK, 8200), Ports.remembered(folder.resolve("ports")));
    }
}
