package no.innvei.worklist.persistence;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import no.innvei.worklist.api.SavedViews.SavedView;

/** Saved views of one user, and what the tenant has decided for its lists. */
@ApplicationScoped
public class SavedViewQueries {

    @Resource(lookup = "jdbc/app")
    private DataSource app;

    protected SavedViewQueries() {
        // for the CDI proxy, and the server fills in the data source
    }

    public SavedViewQueries(DataSource app) {
        this.app = app;
    }

    public List<SavedView> of(UUID user) {
        return read(new Sql()
                .add(
                        "select v.id, v.name, v.query, v.version from worklist.saved_view v where v.user_id = ? order by v.name, v.id",
                        user));
    }

    public void insert(int tenant, UUID user, SavedView view, OffsetDateTime now) {
        write(new Sql()
                .add(
                        "insert into worklist.saved_view (tenant_id, id, user_id, name, query, created_at, changed_at, version) values (?, ?, ?, ?, ?, ?, ?, ?)",
                        tenant,
                        view.id(),
                        user,
                        view.name(),
                        view.query(),
                        now,
                        now,
                        view.version()));
    }

    /** @return whether it was there with the version before {@code view} */
    public boolean update(UUID user, SavedView view, OffsetDateTime now) {
        return write(new Sql()
                        .add(
                                "update worklist.saved_view set name = ?, query = ?, changed_at = ?, version = ? where id = ? and user_id = ? and version = ?",
                                view.name(),
                                view.query(),
                                now,
                                view.version(),
                                view.id(),
                                user,
                                view.version() - 1))
                == 1;
    }

    public boolean delete(UUID user, UUID id) {
        return write(new Sql().add("delete from worklist.saved_view where id = ? and user_id = ?", id, user)) == 1;
    }

    /** Days and version; {@code null} while the tenant has decided nothing. */
    public long[] settings() {
        try (var connection = app.getConnection();
                var statement = new Sql()
                        .add("select s.untouched_days, s.version from worklist.tenant_setting s")
                        .prepare(connection);
                var found = statement.executeQuery()) {
            return found.next() ? new long[] {found.getInt(1), found.getLong(2)} : null;
        } catch (SQLException e) {
            throw new IllegalStateException("the settings could not be read: " + e.getSQLState(), e);
        }
    }

    /** @return whether nobody had changed them since {@code expectedVersion}; 0 = nothing was decided */
    public boolean store(int tenant, UUID user, int untouchedDays, long expectedVersion, OffsetDateTime now) {
        return write(
                        expectedVersion == 0
                                ? new Sql()
                                        .add(
                                                "insert into worklist.tenant_setting (tenant_id, untouched_days, changed_at, changed_by, version) values (?, ?, ?, ?, 1) on conflict do nothing",
                                                tenant,
                                                untouchedDays,
                                                now,
                                                user)
                                : new Sql()
                                        .add(
                                                "update worklist.tenant_setting set untouched_days = ?, changed_at = ?, changed_by = ?, version = version + 1 where version = ?",
                                                untouchedDays,
                                                now,
                                                user,
                                                expectedVersion))
                == 1;
    }

    private List<SavedView> read(Sql sql) {
        try (var connection = app.getConnection();
                var statement = sql.prepare(connection);
                var found = statement.executeQuery()) {
            var views = new ArrayList<SavedView>();
            while (found.next()) {
                views.add(view(found));
            }
            return List.copyOf(views);
        } catch (SQLException e) {
            throw new IllegalStateException("the saved views could not be read: " + e.getSQLState(), e);
        }
    }

    private int write(Sql sql) {
        try (var connection = app.getConnection();
                var statement = sql.prepare(connection)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("a saved view could not be stored: " + e.getSQLState(), e);
        }
    }

    private static SavedView view(ResultSet found) throws SQLException {
        return new SavedView(
                found.getObject("id", UUID.class),
                found.getString("name"),
                found.getString("query"),
                found.getLong("version"));
    }
}
