package no.innvei.it.frontdoor;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import no.innvei.devstack.Options;
import no.innvei.devstack.Stack;

/** The stack of this test run: started at first use, stopped when the JVM ends. */
final class Running {

    private static Stack stack;

    static synchronized Stack stack() {
        if (stack == null) {
            stack = Stack.start(Options.test(
                            Path.of(System.getProperty("innvei.root")), Path.of(System.getProperty("innvei.stack")))
                    .reportingTo(System.err));
            Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
        }
        return stack;
    }

    /** The day it is in Norway, as the application sees it. */
    static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/Oslo"));
    }

    private Running() {}
}
