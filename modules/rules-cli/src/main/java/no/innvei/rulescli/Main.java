package no.innvei.rulescli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import no.innvei.kernel.rules.Rules;

/** Entry of the process. The bare descriptors are used, because a print stream would hide that the reader has gone. */
public final class Main {

    public static void main(String[] arguments) {
        var errors = new PrintWriter(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        var command = new Command(
                Rules.load(Main.class.getClassLoader()),
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                errors);
        System.exit(command.run(arguments));
    }

    private Main() {}
}
