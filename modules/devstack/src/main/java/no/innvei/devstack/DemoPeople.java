package no.innvei.devstack;

import java.util.ServiceLoader;

/** The demo participants: every {@link DemoStep} found on the class path, in the order of its class name. */
final class DemoPeople {

    private DemoPeople() {}

    static String load(Stack stack) {
        var done = new java.util.ArrayList<String>();
        ServiceLoader.load(DemoStep.class).stream()
                .sorted(java.util.Comparator.comparing(step -> step.type().getName()))
                .forEach(step -> done.add(step.get().load(stack)));
        return done.isEmpty() ? "none yet" : String.join(", ", done);
    }
}
