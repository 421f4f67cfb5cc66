package no.innvei.rulescli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import no.innvei.kernel.rules.Rules;

/** Understands the arguments, and answers on {@code out} alone; what is wrong with the call goes to {@code errors}. */
final class Command {

    static final int DONE = 0;
    static final int SOME_FAILED = 1;
    static final int WRONG_CALL = 2;
    /** As a process that was ended because nobody reads its pipe. */
    static final int NOBODY_READS = 141;

    private static final String USAGE = """
            ./innvei rules list [--json]                          every rule: its question, versions with dates, paragraphs
            ./innvei rules explain <rule> --on <date> [--json]    the parameters in force that day, with paragraph and source
            ./innvei rules evaluate <file>                        one JSON object a line in, one a line out, same order; "-" reads standard input

            A line in:  {"id": "1", "rule": "introduction.start-deadline", "facts": {"settledOn": "2026-08-17"}}
            Exit status: 0 done, 1 at least one line has an error, 2 the call is wrong or the file cannot be read.
            """;

    private static final String SEE = " See ./innvei rules help.";

    private final Rules rules;
    private final InputStream in;
    private final OutputStream out;
    private final PrintWriter errors;

    Command(Rules rules, InputStream in, OutputStream out, PrintWriter errors) {
        this.rules = rules;
        this.in = in;
        this.out = out;
        this.errors = errors;
    }

    /** @return the exit status */
    int run(String... arguments) {
        try {
            var rest = List.of(arguments).subList(Math.min(1, arguments.length), arguments.length);
            return switch (arguments.length == 0 ? "" : arguments[0]) {
                case "list" -> list(rest);
                case "explain" -> explain(rest);
                case "evaluate" -> evaluate(rest);
                case "help", "--help", "-h" -> print(USAGE);
                case "" -> {
                    errors.print(USAGE);
                    errors.flush();
                    yield WRONG_CALL;
                }
                default -> throw new WrongCall("rules does not know the command given first." + SEE);
            };
        } catch (WrongCall wrong) {
            errors.println(wrong.getMessage());
            return WRONG_CALL;
        } catch (IOException nobodyReads) {
            return NOBODY_READS;
        }
    }

    private int list(List<String> arguments) throws WrongCall, IOException {
        var given = new ArrayList<>(arguments);
        var json = given.remove("--json");
        if (!given.isEmpty()) {
            throw new WrongCall("rules list takes no argument but --json." + SEE);
        }
        return print(json ? RuleList.json(rules) : RuleList.text(rules));
    }

    private int explain(List<String> arguments) throws WrongCall, IOException {
        var given = new ArrayList<>(arguments);
        var json = given.remove("--json");
        int option = given.indexOf("--on");
        if (option < 0 || option + 1 >= given.size()) {
            throw new WrongCall("rules explain needs a day: --on year-month-day, for instance --on 2026-08-17." + SEE);
        }
        var written = given.remove(option + 1);
        given.remove(option);
        LocalDate on;
        try {
            on = LocalDate.parse(written);
        } catch (DateTimeParseException malformed) {
            throw new WrongCall(
                    "--on must be a date that exists, written year-month-day, for instance --on 2026-08-17.");
        }
        if (given.size() != 1) {
            throw new WrongCall("rules explain needs the name of one rule. ./innvei rules list shows the names.");
        }
        var rule = rules.find(given.getFirst())
                .orElseThrow(
                        () -> new WrongCall("There is no rule with this name. ./innvei rules list shows the names."));
        return print(json ? Explanation.json(rule, on) : Explanation.text(rule, on));
    }

    private int evaluate(List<String> arguments) throws WrongCall, IOException {
        if (arguments.size() != 1 || arguments.getFirst().startsWith("--")) {
            throw new WrongCall(
                    "rules evaluate needs one file with a JSON object on each line, or - for standard input." + SEE);
        }
        var batch = new Batch(rules);
        if (arguments.getFirst().equals("-")) {
            return evaluate(batch, in, "Standard input");
        }
        try (var file = open(arguments.getFirst())) {
            return evaluate(batch, file, "The file");
        }
    }

    private int evaluate(Batch batch, InputStream cases, String name) throws WrongCall, IOException {
        var answers = new BufferedOutputStream(out, 1 << 16);
        try {
            return batch.run(cases, answers) ? DONE : SOME_FAILED;
        } catch (Lines.Unreadable broken) {
            answers.flush();
            throw new WrongCall(name + " could not be read to its end. Give a file that can be read, and start over.");
        }
    }

    private static InputStream open(String written) throws WrongCall {
        try {
            var file = FileSystems.getDefault().getPath(written);
            if (Files.isDirectory(file)) {
                throw new WrongCall("This is a folder. Give a file with a JSON object on each line, or -.");
            }
            if (Files.notExists(file)) {
                throw new WrongCall("There is no such file. Give a file with a JSON object on each line, or -.");
            }
            return Files.newInputStream(file);
        } catch (IOException | InvalidPathException unreadable) {
            throw new WrongCall(
                    "The file cannot be read. Check its permissions, or give - and the text on standard input.");
        }
    }

    private int print(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
        return DONE;
    }

    /** A call that cannot be carried out; the message says what to do. */
    private static final class WrongCall extends Exception {

        private static final long serialVersionUID = 1L;

        WrongCall(String message) {
            super(message);
        }
    }
}
