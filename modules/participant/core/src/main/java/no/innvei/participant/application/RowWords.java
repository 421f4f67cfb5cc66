package no.innvei.participant.application;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.innvei.participant.api.ImportColumn;
import no.innvei.participant.api.ImportPreview.Code;
import no.innvei.participant.api.ImportPreview.Reason;

/** Reasons as a row of an import keeps them: {@code COLUMN:CODE}, by comma. */
final class RowWords {

    static String write(List<Reason> reasons) {
        return reasons.stream()
                .map(reason -> (reason.column() == null ? "" : reason.column().name()) + ":"
                        + reason.code().name())
                .collect(Collectors.joining(","));
    }

    static List<Reason> read(String reasons) {
        return reasons.isEmpty()
                ? List.of()
                : Stream.of(reasons.split(",")).map(RowWords::reason).toList();
    }

    private static Reason reason(String written) {
        int colon = written.indexOf(':');
        return new Reason(
                colon == 0 ? null : ImportColumn.valueOf(written.substring(0, colon)),
                Code.valueOf(written.substring(colon + 1)));
    }

    private RowWords() {}
}
