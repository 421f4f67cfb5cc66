package no.innvei.worklist.api;

import java.util.Objects;
import java.util.UUID;

/** Whose participants a list shows. */
public sealed interface AdviserFilter {

    /** Those the user follows up today, as adviser or substitute. */
    record Me() implements AdviserFilter {}

    /** Those without an adviser today. */
    record Nobody() implements AdviserFilter {}

    /** Those this user is the adviser of today. */
    record User(UUID user) implements AdviserFilter {

        public User {
            Objects.requireNonNull(user, "user");
        }
    }
}
