package no.innvei.tenancy.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import no.innvei.tenancy.domain.EndedLogin;

/**
 * Records which logins the issuer has ended; the question for them is part of {@link MembershipQuery}. Transactions of the login role are read-only
 * unless they say otherwise, and this is the only place where they do.
 */
@ApplicationScoped
public class EndedLogins {

    @FunctionalInterface
    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private final DataSource login;

    public EndedLogins() {
        this(null);
    }

    EndedLogins(DataSource login) {
        this.login = login;
    }

    /** @return false when the same notice was recorded before */
    public boolean record(EndedLogin ended) {
        return writing(connection -> {
            try (var statement = connection.prepareStatement("select tenancy.end_login(?, ?, ?, ?, ?)")) {
                statement.setString(1, ended.issuer());
                statement.setString(2, ended.notice());
                statement.setString(3, ended.session());
                statement.setString(4, ended.subject());
                statement.setObject(5, ended.at().atOffset(ZoneOffset.UTC));
                try (var row = statement.executeQuery()) {
                    return row.next() && row.getBoolean(1);
                }
            }
        });
    }

    /** @return how many were older than any session */
    public long forgetOld() {
        return writing(connection -> {
            try (var statement = connection.prepareStatement("select tenancy.forget_ended_logins()");
                    var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    private <T> T writing(Work<T> work) {
        try (var connection = dataSource().getConnection()) {
            connection.setAutoCommit(false);
            try (var mode = connection.createStatement()) {
                mode.execute("set transaction read write");
                var result = work.on(connection);
                connection.commit();
                return result;
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("ended logins could not be written: " + e.getSQLState(), e);
        }
    }

    private DataSource dataSource() {
        if (login != null) {
            return login;
        }
        try {
            return InitialContext.doLookup("jdbc/login");
        } catch (NamingException e) {
            throw new IllegalStateException("no data source jdbc/login", e);
        }
    }
}
