package no.innvei.participant.application;

import static java.util.Map.entry;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import no.innvei.kernel.WrittenForm;
import no.innvei.participant.api.Countries;
import no.innvei.participant.api.EducationLevel;
import no.innvei.participant.api.IdentityNumbers;
import no.innvei.participant.api.ImportColumn;
import no.innvei.participant.api.ImportPreview.Code;
import no.innvei.participant.api.ImportPreview.Reason;
import no.innvei.participant.api.Languages;
import no.innvei.participant.api.PermitBasis;
import no.innvei.participant.api.PersonIdentifier;
import no.innvei.participant.api.PersonIdentifier.IdentifierKind;
import no.innvei.participant.domain.FactsCheck;

/** Reads cells as staff write them, and says column by column what could not be read or cannot be true. */
final class RowReader {

    private static final Pattern NORWEGIAN_DAY = Pattern.compile("(\\d{1,2})[./-](\\d{1,2})[./-](\\d{4})\\.?");
    private static final Pattern ISO_DAY = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[T ]00:00(?::00)?)?");
    private static final Pattern LETTER = Pattern.compile("(?:§\\s*9\\s*)?(?:bokstav\\s*)?([a-g])\\)?");

    private static final Map<String, PermitBasis> PERMITS = Map.ofEntries(
            entry("§ 28", PermitBasis.A),
            entry("§28", PermitBasis.A),
            entry("overføringsflyktning", PermitBasis.B),
            entry("§ 34", PermitBasis.E),
            entry("§34", PermitBasis.E),
            entry("kollektiv beskyttelse", PermitBasis.E),
            entry("kollektivt vern", PermitBasis.E),
            entry("§ 53", PermitBasis.G),
            entry("§53", PermitBasis.G),
            entry("familie", PermitBasis.FAMILY_OTHER),
            entry("familieinnvandring", PermitBasis.FAMILY_OTHER),
            entry("annen familieinnvandring", PermitBasis.FAMILY_OTHER),
            entry("anna familieinnvandring", PermitBasis.FAMILY_OTHER),
            entry("annet", PermitBasis.OTHER),
            entry("anna", PermitBasis.OTHER),
            entry("andre", PermitBasis.OTHER));

    private static final Map<String, EducationLevel> EDUCATIONS = Map.ofEntries(
            entry("ingen", EducationLevel.PRIMARY_NOT_COMPLETED),
            entry("ikke fullført grunnskole", EducationLevel.PRIMARY_NOT_COMPLETED),
            entry("ikkje fullført grunnskule", EducationLevel.PRIMARY_NOT_COMPLETED),
            entry("ikkje fullført grunnskole", EducationLevel.PRIMARY_NOT_COMPLETED),
            entry("grunnskole", EducationLevel.PRIMARY_COMPLETED),
            entry("grunnskule", EducationLevel.PRIMARY_COMPLETED),
            entry("fullført grunnskole", EducationLevel.PRIMARY_COMPLETED),
            entry("fullført grunnskule", EducationLevel.PRIMARY_COMPLETED),
            entry("videregående", EducationLevel.UPPER_SECONDARY),
            entry("videregående opplæring", EducationLevel.UPPER_SECONDARY),
            entry("vgs", EducationLevel.UPPER_SECONDARY),
            entry("vidaregåande", EducationLevel.UPPER_SECONDARY),
            entry("vidaregåande opplæring", EducationLevel.UPPER_SECONDARY),
            entry("høyere", EducationLevel.HIGHER_EDUCATION),
            entry("høyere utdanning", EducationLevel.HIGHER_EDUCATION),
            entry("høgare", EducationLevel.HIGHER_EDUCATION),
            entry("høgare utdanning", EducationLevel.HIGHER_EDUCATION),
            entry("universitet", EducationLevel.HIGHER_EDUCATION));

    private static final Map<String, Boolean> ANSWERS = Map.ofEntries(
            entry("ja", true),
            entry("j", true),
            entry("x", true),
            entry("1", true),
            entry("true", true),
            entry("nei", false),
            entry("n", false),
            entry("0", false),
            entry("false", false));

    private static final Map<String, WrittenForm> FORMS = Map.of(
            "bokmål",
            WrittenForm.NB,
            "nb",
            WrittenForm.NB,
            "bm",
            WrittenForm.NB,
            "nynorsk",
            WrittenForm.NN,
            "nn",
            WrittenForm.NN,
            "nyn",
            WrittenForm.NN);

    private final IdentityNumbers numbers;
    private final FactsCheck check;

    RowReader(IdentityNumbers numbers, LocalDate today) {
        this.numbers = numbers;
        this.check = new FactsCheck(numbers, today);
    }

    ReadRow read(Grid.SheetRow line) {
        var values = new EnumMap<ImportColumn, Object>(ImportColumn.class);
        var identifiers = new ArrayList<PersonIdentifier>();
        var reasons = new ArrayList<Reason>();
        if (!line.complete()) {
            reasons.add(new Reason(null, Code.COLUMN_COUNT));
            return new ReadRow(line.number(), values, identifiers, reasons);
        }
        line.cells().forEach((column, cell) -> {
            switch (column) {
                case GIVEN_NAMES, FAMILY_NAME -> values.put(column, RegistrationTexts.tidy(cell));
                case NATIONAL_ID -> identifier(column, numbers.readEither(cell), identifiers, reasons);
                case D_NUMBER -> identifier(column, numbers.read(IdentifierKind.D_NUMBER, cell), identifiers, reasons);
                case DUF_NUMBER ->
                    identifier(column, numbers.read(IdentifierKind.DUF_NUMBER, cell), identifiers, reasons);
                case BORN_ON, PERMIT_GRANTED_ON, SETTLED_ON ->
                    put(values, reasons, column, day(cell), Code.DATE_NOT_READ);
                case CHILDREN_BORN_ON -> put(values, reasons, column, days(cell), Code.DATE_NOT_READ);
                case CITIZENSHIP -> put(values, reasons, column, Countries.read(cell), Code.VALUE_NOT_KNOWN);
                case PERMIT_BASIS -> put(values, reasons, column, permit(cell), Code.VALUE_NOT_KNOWN);
                case SETTLED_BY_AGREEMENT -> put(values, reasons, column, known(ANSWERS, cell), Code.VALUE_NOT_KNOWN);
                case EDUCATION -> put(values, reasons, column, known(EDUCATIONS, cell), Code.VALUE_NOT_KNOWN);
                case MOTHER_TONGUE -> put(values, reasons, column, Languages.read(cell), Code.VALUE_NOT_KNOWN);
                case INTERPRETING_LANGUAGE -> {
                    if (known(ANSWERS, cell).orElse(true)) {
                        put(values, reasons, column, Languages.read(cell), Code.VALUE_NOT_KNOWN);
                    }
                }
                case WRITTEN_FORM -> put(values, reasons, column, known(FORMS, cell), Code.VALUE_NOT_KNOWN);
            }
        });
        var row = new ReadRow(line.number(), values, identifiers, reasons);
        check(row, line);
        return row;
    }

    private void check(ReadRow row, Grid.SheetRow line) {
        var unread = row.reasons().stream().map(Reason::column).toList();
        if (row.identifiers().isEmpty() && row.reasons().stream().noneMatch(RowReader::aboutNumber)) {
            row.reasons().add(new Reason(null, Code.NO_IDENTIFIER));
        }
        check.problems(row.facts()).forEach((column, code) -> {
            if (!unread.contains(column)) {
                row.reasons().add(new Reason(column, code));
            }
        });
        if (row.identifiers().stream().map(PersonIdentifier::kind).distinct().count()
                < row.identifiers().size()) {
            row.reasons().add(new Reason(ImportColumn.D_NUMBER, Code.TOO_MANY));
        }
        if (row.bornOn() != null) {
            for (var identifier : row.identifiers()) {
                if (!IdentityNumbers.fitsBirthDate(identifier, row.bornOn())) {
                    row.reasons().add(new Reason(ImportColumn.BORN_ON, Code.BIRTH_DATE_DIFFERS));
                    break;
                }
            }
        }
    }

    private static boolean aboutNumber(Reason reason) {
        return reason.column() == ImportColumn.NATIONAL_ID
                || reason.column() == ImportColumn.D_NUMBER
                || reason.column() == ImportColumn.DUF_NUMBER;
    }

    private static void identifier(
            ImportColumn column,
            IdentityNumbers.Reading reading,
            List<PersonIdentifier> identifiers,
            List<Reason> reasons) {
        switch (reading) {
            case IdentityNumbers.Reading.Good good -> {
                identifiers.add(good.identifier());
                if (good.doubtful()) {
                    reasons.add(new Reason(column, Code.DUF_CHECK_DIGITS));
                }
            }
            case IdentityNumbers.Reading.Wrong wrong ->
                reasons.add(new Reason(column, FactsCheck.code(wrong.problem())));
        }
    }

    private static void put(
            Map<ImportColumn, Object> values,
            List<Reason> reasons,
            ImportColumn column,
            Optional<?> value,
            Code otherwise) {
        value.ifPresentOrElse(read -> values.put(column, read), () -> reasons.add(new Reason(column, otherwise)));
    }

    private static <T> Optional<T> known(Map<String, T> words, String cell) {
        return Optional.ofNullable(words.get(plain(cell)));
    }

    private static Optional<PermitBasis> permit(String cell) {
        var plain = plain(cell);
        var letter = LETTER.matcher(plain);
        return letter.matches()
                ? Optional.of(PermitBasis.valueOf(letter.group(1).toUpperCase(Locale.ROOT)))
                : Optional.ofNullable(PERMITS.get(plain));
    }

    private static String plain(String cell) {
        return cell.strip().replaceAll("[\\s\\u00a0]+", " ").toLowerCase(Locale.ROOT);
    }

    static Optional<LocalDate> day(String cell) {
        var norwegian = NORWEGIAN_DAY.matcher(cell.strip());
        if (norwegian.matches()) {
            return day(norwegian.group(3), norwegian.group(2), norwegian.group(1));
        }
        var iso = ISO_DAY.matcher(cell.strip());
        return iso.matches() ? day(iso.group(1), iso.group(2), iso.group(3)) : Optional.empty();
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<List<LocalDate>> days(String cell) {
        var days = new ArrayList<LocalDate>();
        for (var part : cell.strip().split("\\s*(?:,|;|\\bog\\b|\\s)\\s*")) {
            var day = day(part);
            if (day.isEmpty()) {
                return Optional.empty();
            }
            days.add(day.get());
        }
        return Optional.of(days.stream().sorted().toList());
    }
}
