package no.innvei.devstack;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The part of {@code ./innvei} that is not shell: {@code up} starts the developer's stack and stays until it is asked to stop. */
public final class Main {

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        Logger.getLogger("").setLevel(Level.WARNING);
        var rest = new ArrayList<>(List.of(arguments).subList(Math.min(1, arguments.length), arguments.length));
        boolean fresh = rest.remove("--fresh");
        Optional<Options.Volume> volume = volume(rest);
        if (arguments.length == 0 || !arguments[0].equals("up") || !rest.isEmpty()) {
            OUT.println("usage: up [--fresh] [--size small|county|country [--access-log <rows>]]");
            System.exit(2);
        }
        System.exit(up(Path.of(System.getProperty("innvei.root", ".")), fresh, volume));
    }

    /** Takes the arguments it understands out of the list. */
    private static Optional<Options.Volume> volume(List<String> arguments) {
        String size = value(arguments, "--size", "small|county|country").orElse("small");
        long log = value(arguments, "--access-log", "[0-9]{1,9}")
                .map(Long::valueOf)
                .orElse(0L);
        return size.equals("small") ? Optional.empty() : Optional.of(new Options.Volume(size, 0, log));
    }

    private static Optional<String> value(List<String> arguments, String name, String pattern) {
        int at = arguments.indexOf(name);
        if (at < 0 || at + 1 == arguments.size() || !arguments.get(at + 1).matches(pattern)) {
            return Optional.empty();
        }
        arguments.remove(at);
        return Optional.of(arguments.remove(at));
    }

    private static int up(Path root, boolean fresh, Optional<Options.Volume> volume)
            throws InterruptedException, IOException {
        Options options = Options.demo(root.toAbsolutePath().normalize(), fresh).reportingTo(OUT);
        if (volume.isPresent()) {
            options = options.with(volume.get());
        }
        Path ready = options.home().resolve("run/ready");
        Files.deleteIfExists(ready);
        var asked = new CountDownLatch(1);
        var finished = new CountDownLatch(1);
        var stack = new Stack[1];
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            asked.countDown();
                            if (stack[0] != null) {
                                stop(stack[0]);
                            }
                            finished.countDown();
                        },
                        "stop"));
        try {
            Stack running = Stack.start(options, half -> stack[0] = half);
            Files.createDirectories(ready.getParent());
            Files.writeString(ready, running.address() + "\n");
            OUT.print(Welcome.text(running));
            OUT.flush();
            while (!asked.await(1, TimeUnit.SECONDS)) {
                List<String> dead = running.dead();
                if (!dead.isEmpty()) {
                    OUT.println("Stopped by itself: " + String.join(", ", dead) + ". See ./innvei logs " + dead.get(0)
                            + ". Stopping the rest.");
                    return 1;
                }
            }
            finished.await();
            return 0;
        } catch (StackException e) {
            if (asked.getCount() == 0) {
                finished.await();
                return 130;
            }
            OUT.println();
            OUT.println(e.getMessage());
            return 1;
        }
    }

    private static void stop(Stack stack) {
        OUT.println("Stopping ...");
        try {
            stack.close();
            OUT.println("Stopped.");
        } catch (StackException e) {
            OUT.println(e.getMessage());
        }
    }
}
