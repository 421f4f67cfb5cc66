package no.innvei.platform;

import java.util.UUID;

/** Who the current call works for; the only way application code reads the scope. Every method throws IllegalStateException outside a scope. */
public interface CurrentScope {

    int tenant();

    UUID user();

    /** 0 ordinary, 1 fortrolig, 2 strengt fortrolig. */
    int clearance();

    boolean holds(String permission);

    String role();
}
