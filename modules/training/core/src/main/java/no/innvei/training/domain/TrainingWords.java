package no.innvei.training.domain;

/** The words the parameter files and the facts of the training rules are written in. */
final class TrainingWords {

    /** Letters of integreringsloven § 9, or what lies outside it. */
    enum Permit {
        A,
        B,
        C,
        D,
        E,
        F,
        G,
        FAMILY_OTHER,
        OTHER,
        LABOUR_23,
        LABOUR_25,
        LABOUR_FAMILY,
        PERMANENT_OTHER
    }

    enum Category {
        RIGHT_AND_DUTY,
        DUTY_ONLY,
        RIGHT_ONLY,
        MAY_BE_OFFERED,
        NONE;

        /** Whoever has neither right nor duty may be offered training, on terms the municipality sets. */
        boolean rightOrDuty() {
            return this == RIGHT_AND_DUTY || this == DUTY_ONLY || this == RIGHT_ONLY;
        }
    }

    /** Upper-secondary level as integreringsforskriften § 65 a measures it. */
    enum Education {
        UPPER_SECONDARY,
        BELOW_UPPER_SECONDARY
    }

    private TrainingWords() {}
}
