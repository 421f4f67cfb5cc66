package no.innvei.benchmark.measure;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import no.innvei.devstack.Stack;

/** Counts what the application sends to the database during one request: PostgreSQL writes every statement to its log for as long as it takes. */
final class StatementCounter implements AutoCloseable {

    /** Statements only; a transaction's beginning and end are sent along with them. */
    private static final Pattern STATEMENT =
            Pattern.compile("innvei-app LOG:  execute [^:]*: (?!BEGIN|COMMIT|ROLLBACK)", Pattern.CASE_INSENSITIVE);

    private static final int SETTLING = 1200;

    private final Stack stack;
    private final Path log;

    StatementCounter(Stack stack) throws SQLException {
        this.stack = stack;
        this.log = stack.logs().resolve("database.log");
        execute(List.of("alter system set log_statement = 'all'", "alter system set log_line_prefix = '%m [%p] %a '"));
    }

    int during(Callable<?> request) throws Exception {
        long from = Files.size(log);
        request.call();
        TimeUnit.MILLISECONDS.sleep(300);
        return count(read(from));
    }

    static int count(String log) {
        return (int) STATEMENT.matcher(log).results().count();
    }

    private String read(long from) throws IOException {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(from);
            var bytes = new byte[Math.toIntExact(file.length() - from)];
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() throws SQLException {
        execute(List.of("alter system reset log_statement", "alter system reset log_line_prefix"));
    }

    private void execute(List<String> settings) throws SQLException {
        try (var connection = stack.connectAsSuperuser();
                var statement = connection.createStatement()) {
            for (var setting : settings) {
                statement.execute(setting);
            }
            statement.execute("select pg_reload_conf()");
        }
        try {
            TimeUnit.MILLISECONDS.sleep(SETTLING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
