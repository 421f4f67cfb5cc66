package no.innvei.introduction.domain;

import no.innvei.kernel.rules.RuleTable;

/** The words the parameter files and the facts of the introduction rules are written in. */
final class RuleWords {

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
        OTHER
    }

    enum Citizenship {
        NORDIC,
        EEA,
        OTHER
    }

    /** Upper-secondary level as integreringsforskriften § 65 a measures it. */
    enum Education {
        UPPER_SECONDARY,
        BELOW_UPPER_SECONDARY
    }

    enum Extension {
        NONE,
        MAY,
        SHALL
    }

    /** In a key column: every permit, or both education levels. */
    static final String ANY = "ANY";

    static int number(RuleTable.Row row) {
        return row.integer("value");
    }

    private RuleWords() {}
}
