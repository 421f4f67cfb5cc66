package no.innvei.participant.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.innvei.participant.api.IdentityNumbers;
import no.innvei.participant.api.ImportColumn;
import no.innvei.participant.api.ImportPreview.Doubt;
import no.innvei.participant.api.ImportPreview.Outcome;
import no.innvei.participant.domain.ImportBatch;
import no.innvei.participant.domain.ImportLine;
import no.innvei.participant.persistence.ImportRepository;
import no.innvei.platform.IdentifierVault;
import no.innvei.platform.Profile;

/** What reading and writing a file have in common: rows as they are kept, and when numbers look wrong. */
@ApplicationScoped
public class RowFiles {

    static final int ROWS_AT_A_TIME = 250;
    private static final HexFormat HEX = HexFormat.of();

    /** With fewer people or rows than this, shares say nothing. */
    private static final int ENOUGH = 5;

    private static final int MANY_CHANGES_PER_CENT = 40;
    private static final int MANY_ERRORS_PER_CENT = 20;
    private static final int FILES_TO_COMPARE_WITH = 20;
    private static final int FEWEST_FILES_TO_COMPARE = 3;
    private static final int TIMES_THE_USUAL = 5;
    private static final int FEWEST_UNUSUAL = 100;

    private ImportRepository imports;
    private IdentifierVault vault;
    private Profile profile;
    private Clock clock;

    protected RowFiles() {
        // for the CDI proxy
    }

    @Inject
    public RowFiles(ImportRepository imports, IdentifierVault vault, Profile profile, Clock clock) {
        this.imports = imports;
        this.vault = vault;
        this.profile = profile;
        this.clock = clock;
    }

    RowReader reader() {
        var today = LocalDate.now(clock);
        return new RowReader(new IdentityNumbers(profile.allowsSyntheticIdentifiers(), today.getYear()), today);
    }

    byte[] seal(List<String> cells) {
        return vault.seal(StoredCells.write(cells));
    }

    List<String> headers(ImportBatch batch) {
        return StoredCells.read(vault.open(batch.headers()));
    }

    Grid.Line line(ImportLine line) {
        return new Grid.Line(line.line(), StoredCells.read(vault.open(line.cells())));
    }

    ReadRow read(RowReader reader, ImportLine line, List<ImportColumn> meanings) {
        return reader.read(line(line).under(meanings));
    }

    byte[] sealedDifferences(RowJudge.Verdict verdict) {
        var differences = verdict.differences();
        return differences.isEmpty() ? null : vault.seal(StoredCells.writeDifferences(differences));
    }

    String differences(ImportLine line) {
        return line.differences() == null ? "" : vault.open(line.differences());
    }

    ColumnGuess guess(List<String> headers) {
        var byHash = new HashMap<String, String>();
        headers.forEach(header -> byHash.put(hash(header), ImportColumn.plain(header)));
        var remembered = new HashMap<String, Optional<ImportColumn>>();
        imports.headersChosen(byHash.keySet())
                .forEach((hash, meaning) -> remembered.put(byHash.get(hash), meaning.map(ImportColumn::valueOf)));
        return ColumnGuess.of(headers, remembered);
    }

    /** Only what the header alone would not have told. */
    void remember(List<String> headers, List<ImportColumn> meanings) {
        var chosen = new HashMap<String, String>();
        var guessed = guess(headers).meanings();
        for (int i = 0; i < headers.size(); i++) {
            if (!headers.get(i).isEmpty() && guessed.get(i) != meanings.get(i)) {
                chosen.put(
                        hash(headers.get(i)),
                        meanings.get(i) == null ? "" : meanings.get(i).name());
            }
        }
        imports.choose(chosen, clock.instant());
    }

    private String hash(String header) {
        return HEX.formatHex(vault.hash("import header " + ImportColumn.plain(header)));
    }

    List<Doubt> doubts(Map<Outcome, Long> counts, long takesFile, int rows) {
        var doubts = new ArrayList<Doubt>();
        long changes = counts.getOrDefault(Outcome.UPDATE, 0L) + takesFile;
        long known = counts.getOrDefault(Outcome.UPDATE, 0L)
                + counts.getOrDefault(Outcome.UNCHANGED, 0L)
                + counts.getOrDefault(Outcome.CONFLICT, 0L);
        if (known >= ENOUGH && changes * 100 >= known * MANY_CHANGES_PER_CENT) {
            doubts.add(new Doubt(Doubt.Kind.MANY_CHANGES, changes, known));
        }
        long errors = counts.getOrDefault(Outcome.ERROR, 0L) + counts.getOrDefault(Outcome.NEEDS_LEADER, 0L);
        if (rows >= ENOUGH && errors * 100 >= (long) rows * MANY_ERRORS_PER_CENT) {
            doubts.add(new Doubt(Doubt.Kind.MANY_ERRORS, errors, rows));
        }
        var usual = imports.usualSizes(FILES_TO_COMPARE_WITH).stream().sorted().toList();
        if (usual.size() >= FEWEST_FILES_TO_COMPARE && rows >= FEWEST_UNUSUAL) {
            int middle = usual.get(usual.size() / 2);
            if (rows >= (long) middle * TIMES_THE_USUAL) {
                doubts.add(new Doubt(Doubt.Kind.MANY_ROWS, rows, middle));
            }
        }
        return doubts;
    }

    static <T> List<List<T>> parts(List<T> all) {
        var parts = new ArrayList<List<T>>();
        for (int from = 0; from < all.size(); from += ROWS_AT_A_TIME) {
            parts.add(all.subList(from, Math.min(from + ROWS_AT_A_TIME, all.size())));
        }
        return parts;
    }
}
