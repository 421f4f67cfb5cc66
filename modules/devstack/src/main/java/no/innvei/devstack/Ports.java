package no.innvei.devstack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * The port of each service on the loopback address.
 *
 * @param byService one port per service, all different
 * @param moved sentences about ports that could not be had, for the person at the keyboard
 */
record Ports(Map<Service, Integer> byService, List<String> moved) {

    private static final int HIGHEST = 65_535;
    private static final InetAddress LOOPBACK = loopback();

    Ports {
        byService = Map.copyOf(byService);
        moved = List.copyOf(moved);
    }

    int of(Service service) {
        return byService.get(service);
    }

    /** The wished ports where they are free, otherwise the next free one above. */
    static Ports choose(Map<Service, Integer> wishes) {
        var chosen = new EnumMap<Service, Integer>(Service.class);
        var moved = new ArrayList<String>();
        for (Service service : Service.values()) {
            int wish = wishes.getOrDefault(service, service.preferredPort());
            int port = nextFree(wish, new HashSet<>(chosen.values()));
            chosen.put(service, port);
            if (port != wish) {
                moved.add("Port " + wish + " is taken, " + service.label() + " uses " + port + " instead.");
            }
        }
        return new Ports(chosen, moved);
    }

    /** Any free ports; for tests, which must not meet each other or a running demo. */
    static Ports anyFree() {
        var sockets = new ArrayList<ServerSocket>();
        var chosen = new EnumMap<Service, Integer>(Service.class);
        try {
            for (Service service : Service.values()) {
                int port;
                do {
                    var socket = new ServerSocket(0, 1, LOOPBACK);
                    sockets.add(socket);
                    port = socket.getLocalPort();
                } while (!PortClaims.claim(port));
                chosen.put(service, port);
            }
            for (ServerSocket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new StackException("No free port on 127.0.0.1.", e);
        }
        return new Ports(chosen, List.of());
    }

    /** The ports of the last time, so that bookmarks and a running browser keep working; the preferred ones the first time. */
    static Map<Service, Integer> remembered(Path file) {
        var wishes = new EnumMap<Service, Integer>(Service.class);
        if (Files.isReadable(file)) {
            var lines = new Properties();
            try (var reader = Files.newBufferedReader(file)) {
                lines.load(reader);
            } catch (IOException e) {
                throw new StackException("Cannot read " + file + ".", e);
            }
            for (Service service : Service.values()) {
                String port = lines.getProperty(service.label());
                if (port != null && port.matches("[0-9]{1,5}")) {
                    wishes.put(service, Integer.parseInt(port));
                }
            }
        }
        return wishes;
    }

    void remember(Path file) {
        var text = new StringBuilder();
        for (Service service : Service.values()) {
            text.append(service.label()).append('=').append(of(service)).append('\n');
        }
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new StackException("Cannot write " + file + ".", e);
        }
    }

    private static InetAddress loopback() {
        try {
            return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        } catch (UnknownHostException impossible) {
            throw new StackException("127.0.0.1 is not an address here.", impossible);
        }
    }

    private static int nextFree(int wish, Set<Integer> spokenFor) {
        for (int port = wish; port <= Math.min(HIGHEST, wish + 200); port++) {
            if (!spokenFor.contains(port) && isFree(port) && PortClaims.claim(port)) {
                return port;
            }
        }
        throw new StackException("No free port between " + wish + " and " + (wish + 200) + " on 127.0.0.1.");
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(LOOPBACK, port), 1);
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
