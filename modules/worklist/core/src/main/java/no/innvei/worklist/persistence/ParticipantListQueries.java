package no.innvei.worklist.persistence;

import static java.time.temporal.ChronoUnit.MONTHS;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import no.innvei.kernel.ParticipantId;
import no.innvei.worklist.api.DeadlineKind;
import no.innvei.worklist.api.ParticipantList.NextDeadline;
import no.innvei.worklist.api.ParticipantList.Query;
import no.innvei.worklist.api.ParticipantList.RegisterSummary;
import no.innvei.worklist.api.ParticipantList.Row;
import no.innvei.worklist.api.ParticipantList.Suggestion;
import no.innvei.worklist.api.Phase;
import no.innvei.worklist.api.RegisterState;
import no.innvei.worklist.domain.ListPosition;
import no.innvei.worklist.domain.Search;
import no.innvei.worklist.domain.Viewer;

/** Reads the list of participants and looks a person up by identity number. */
@ApplicationScoped
public class ParticipantListQueries {

    @Resource(lookup = "jdbc/app")
    private DataSource app;

    protected ParticipantListQueries() {
        // for the CDI proxy, and the server fills in the data source
    }

    public ParticipantListQueries(DataSource app) {
        this.app = app;
    }

    /**
     * Rows in the order of the list, also when read backwards.
     *
     * @param more whether there are rows beyond these in the direction that was read
     */
    public record Slice(List<Row> rows, boolean more) {}

    /** One statement. */
    public Slice read(Query query, Search search, ListPosition position, Viewer viewer) {
        var rows = rows(query, search, position, viewer, query.size() + 1);
        boolean more = rows.size() > query.size();
        var shown = more ? rows.subList(0, query.size()) : rows;
        return new Slice(
                position == null || position.forward() ? List.copyOf(shown) : List.copyOf(shown.reversed()), more);
    }

    /** One statement: the first {@code most} of the list, without pages. */
    public List<Row> readAll(Query query, Search search, Viewer viewer, int most) {
        return List.copyOf(rows(query, search, null, viewer, most));
    }

    private List<Row> rows(Query query, Search search, ListPosition position, Viewer viewer, int most) {
        var rows = new ArrayList<Row>();
        try (var connection = app.getConnection();
                var statement =
                        ListStatement.of(query, search, position, viewer, most).prepare(connection);
                var found = statement.executeQuery()) {
            while (found.next()) {
                rows.add(row(found, viewer.today()));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the list could not be read: " + e.getSQLState(), e);
        }
        return rows;
    }

    /** One statement. */
    public int count(Query query, Search search, Viewer viewer) {
        try (var connection = app.getConnection();
                var statement = ListStatement.count(query, search, viewer).prepare(connection);
                var found = statement.executeQuery()) {
            found.next();
            return found.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException("the list could not be counted: " + e.getSQLState(), e);
        }
    }

    /** One statement: the first {@code most} by name. */
    public List<ParticipantId> everyone(Query query, Search search, Viewer viewer, int most) {
        var people = new ArrayList<ParticipantId>();
        try (var connection = app.getConnection();
                var statement =
                        ListStatement.everyone(query, search, viewer, most).prepare(connection);
                var found = statement.executeQuery()) {
            while (found.next()) {
                people.add(new ParticipantId(found.getObject(1, UUID.class)));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the list could not be read: " + e.getSQLState(), e);
        }
        return List.copyOf(people);
    }

    /** One statement: the first {@code most} by name. */
    public List<Suggestion> suggest(Search search, Viewer viewer, int most) {
        return suggestions(ListStatement.suggest(search, viewer, most), viewer);
    }

    /** One statement: the name of one, or nobody when the reader cannot see the person. */
    public List<Suggestion> named(ParticipantId participant, Viewer viewer) {
        return suggestions(
                new Sql().add(ListStatement.SUGGESTED + " where p.participant_id = ?", participant.value()), viewer);
    }

    private List<Suggestion> suggestions(Sql sql, Viewer viewer) {
        var people = new ArrayList<Suggestion>();
        try (var connection = app.getConnection();
                var statement = sql.prepare(connection);
                var found = statement.executeQuery()) {
            while (found.next()) {
                people.add(new Suggestion(
                        new ParticipantId(found.getObject("participant_id", UUID.class)),
                        found.getString("name"),
                        Period.between(Sql.date(found, "born_on"), viewer.today())
                                .getYears(),
                        found.getString("mother_tongue")));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("nobody could be suggested: " + e.getSQLState(), e);
        }
        return List.copyOf(people);
    }

    /** One statement; the number was unique when it was registered, so there is at most one. */
    public Optional<ParticipantId> withIdentifierHash(byte[] hash) {
        try (var connection = app.getConnection();
                var statement = new Sql()
                        .add("select i.participant_id from participant.pub_identifier i where i.hash = ? limit 1", hash)
                        .prepare(connection);
                var found = statement.executeQuery()) {
            return found.next() ? Optional.of(new ParticipantId(found.getObject(1, UUID.class))) : Optional.empty();
        } catch (SQLException e) {
            throw new IllegalStateException("the identifier could not be looked up: " + e.getSQLState(), e);
        }
    }

    private static Row row(ResultSet found, LocalDate today) throws SQLException {
        var due = Sql.date(found, "due_on");
        var started = Sql.date(found, "started_on");
        return new Row(
                new ParticipantId(found.getObject("participant_id", UUID.class)),
                found.getString("given_names"),
                found.getString("family_name"),
                Period.between(Sql.date(found, "born_on"), today).getYears(),
                found.getString("mother_tongue"),
                found.getString("permit_basis"),
                Phase.valueOf(found.getString("phase")),
                started == null ? null : month(started, Sql.date(found, "ended_on"), today),
                Sql.integer(found, "maximum_months"),
                found.getString("final_goal"),
                due == null ? null : new NextDeadline(DeadlineKind.valueOf(found.getString("kind")), due),
                register(found),
                Sql.integer(found, "plan_version"),
                found.getBoolean("has_draft"),
                found.getString("adviser"),
                found.getObject("adviser_id", UUID.class),
                found.getString("substitute"),
                found.getString("category"),
                Sql.instant(found, "changed_at"));
    }

    /** The first day is in month 1; an ended programme stays in its last month. */
    private static Integer month(LocalDate started, LocalDate ended, LocalDate today) {
        var day = ended != null && ended.isBefore(today) ? ended : today;
        return day.isBefore(started) ? null : Math.toIntExact(MONTHS.between(started, day)) + 1;
    }

    private static RegisterSummary register(ResultSet found) throws SQLException {
        int accepted = found.getInt("accepted");
        int pending = found.getInt("pending");
        int refused = found.getInt("refused");
        var state = refused > 0
                ? RegisterState.REFUSED
                : pending > 0
                        ? RegisterState.PENDING
                        : accepted > 0 ? RegisterState.ACCEPTED : RegisterState.NOTHING_SENT;
        return new RegisterSummary(state, accepted, pending, refused, Sql.instant(found, "accepted_at"));
    }
}
