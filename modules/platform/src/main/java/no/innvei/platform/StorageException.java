package no.innvei.platform;

import java.sql.SQLException;

/**
 * The database refused or could not be reached. Carries the SQLState and not the driver's exception: its message may quote the values of a row.
 */
public final class StorageException extends RuntimeException {

    private final String state;

    StorageException(SQLException cause) {
        super("database error, SQLState " + cause.getSQLState());
        state = cause.getSQLState();
        setStackTrace(cause.getStackTrace());
    }

    public String state() {
        return state;
    }
}
