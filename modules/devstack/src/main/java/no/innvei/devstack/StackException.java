package no.innvei.devstack;

/** A step that did not succeed, worded for the person at the keyboard: what went wrong and where to look. */
public final class StackException extends RuntimeException {

    public StackException(String message) {
        super(message);
    }

    public StackException(String message, Throwable cause) {
        super(message, cause);
    }
}
