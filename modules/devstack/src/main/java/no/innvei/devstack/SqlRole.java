package no.innvei.devstack;

import no.innvei.testkit.DatabaseRoles;

/** The database roles and the secret each logs in with. */
public enum SqlRole {
    /** Owns every schema and runs migrations; no server ever logs in as this one. */
    OWNER(DatabaseRoles.OWNER, "INNVEI_DB_OWNER_PASSWORD"),
    /** All use cases. Row-level security always applies. */
    APP(DatabaseRoles.APP, "INNVEI_DB_APP_PASSWORD"),
    /** Memberships, ended logins and tenant names, before a tenant is known. */
    LOGIN(DatabaseRoles.LOGIN, "INNVEI_DB_LOGIN_PASSWORD"),
    /** The scheduler's own table. */
    JOBS(DatabaseRoles.JOBS, "INNVEI_DB_JOBS_PASSWORD"),
    /** HTTP sessions. */
    SESSIONS(DatabaseRoles.SESSIONS, "INNVEI_DB_SESSIONS_PASSWORD");

    private final String sqlName;
    private final String secret;

    SqlRole(String sqlName, String secret) {
        this.sqlName = sqlName;
        this.secret = secret;
    }

    public String sqlName() {
        return sqlName;
    }

    String secret() {
        return secret;
    }
}
