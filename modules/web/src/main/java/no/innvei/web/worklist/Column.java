package no.innvei.web.worklist;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** A column of the list beside the name, which is always there. */
enum Column {
    PERMIT("grunnlag"),
    CATEGORY("kategori"),
    PHASE("fase"),
    MONTHS("tid"),
    GOAL("mal"),
    DUE("frist"),
    ADVISER("veileder"),
    REGISTER("register"),
    PLAN("plan"),
    CHANGED("endret");

    static final Set<Column> USUAL =
            Collections.unmodifiableSet(EnumSet.of(PERMIT, PHASE, MONTHS, GOAL, DUE, ADVISER, REGISTER, PLAN));

    private final String code;

    Column(String code) {
        this.code = code;
    }

    /** As it stands in addresses and in keys of texts. */
    String code() {
        return code;
    }

    static boolean isCode(String text) {
        return Arrays.stream(values()).anyMatch(column -> column.code.equals(text));
    }
}
