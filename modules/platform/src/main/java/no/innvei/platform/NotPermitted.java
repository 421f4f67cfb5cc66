package no.innvei.platform;

/** The caller lacks a permission. The message names the permission, never the person. */
public final class NotPermitted extends RuntimeException {

    public NotPermitted(String permission) {
        super("missing permission " + permission);
    }
}
