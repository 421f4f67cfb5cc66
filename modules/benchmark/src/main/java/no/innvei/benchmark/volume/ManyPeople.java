package no.innvei.benchmark.volume;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import no.innvei.devstack.Options;
import no.innvei.devstack.Stack;
import no.innvei.devstack.StackException;
import no.innvei.devstack.VolumeStep;

/** The step of {@code ./innvei up --size county|country}. */
public final class ManyPeople implements VolumeStep {

    private final Clock clock = Clock.system(ZoneId.of("Europe/Oslo"));

    @Override
    public String load(Stack stack, Options.Volume wanted) {
        var size = VolumeSize.valueOf(wanted.size().toUpperCase(Locale.ROOT));
        try {
            long there = there(stack);
            if (there > 1000) {
                return "%,d participants, there already".formatted(there);
            }
            if (there > 0) {
                throw new StackException(
                        "There are demo participants already. Run ./innvei up --fresh --size " + wanted.size() + ".");
            }
            int people = wanted.people() == 0 ? VolumeSize.COUNTRY_PEOPLE : wanted.people();
            var volume = new Volume(size, Volume.SEED, LocalDate.now(clock), people, wanted.accessLogRows());
            var result = new Load(stack.superuser(), volume, stack.vaultKey(), stack::note).run(new Note(stack));
            return "%,d people, %,d rows in %.1f s: copied at %,d people/s, with indexes, keys and statistics %,d people/s"
                    .formatted(
                            result.people(),
                            result.rows(),
                            result.total().toMillis() / 1000.0,
                            result.peoplePerSecond(result.copied()),
                            result.peoplePerSecond(result.total()));
        } catch (SQLException e) {
            throw new StackException("The people could not be loaded.", e);
        }
    }

    private static long there(Stack stack) throws SQLException {
        try (var connection = stack.connectAsSuperuser();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from participant.participant")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** A file beside the data says that tables are without their keys. */
    private record Note(Stack stack) implements Load.Safe {

        @Override
        public void keep(List<String> statements) {
            try {
                Files.writeString(stack.brokenOff(), String.join(";\n", statements) + ";\n");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void forget() {
            try {
                Files.delete(stack.brokenOff());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
