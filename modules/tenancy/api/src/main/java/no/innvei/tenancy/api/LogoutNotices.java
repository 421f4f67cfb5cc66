package no.innvei.tenancy.api;

/** Takes what the issuer tells behind the browser's back: that a login has ended (OpenID Connect Back-Channel Logout 1.0). */
public interface LogoutNotices {

    /**
     * Ends the login on every node when the notice is genuine, fresh and new; otherwise nothing is written.
     *
     * @param logoutToken as the issuer posted it
     * @return whether the login is now ended because of this notice
     */
    boolean accept(String logoutToken);
}
