package no.innvei.participant.application;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import no.innvei.kernel.WrittenForm;
import no.innvei.participant.api.Countries;
import no.innvei.participant.api.EducationLevel;
import no.innvei.participant.api.ImportColumn;
import no.innvei.participant.api.Languages;
import no.innvei.participant.api.PermitBasis;
import no.innvei.participant.api.PersonFacts;

/** Writes facts as cells of an import file, so that reading them gives the same facts. */
final class CellTexts {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    /** What is not known is left out. */
    static Map<ImportColumn, String> of(PersonFacts facts) {
        var cells = new EnumMap<ImportColumn, String>(ImportColumn.class);
        put(cells, ImportColumn.GIVEN_NAMES, facts.givenNames());
        put(cells, ImportColumn.FAMILY_NAME, facts.familyName());
        put(cells, ImportColumn.BORN_ON, day(facts.bornOn()));
        facts.identifiers().forEach(number -> cells.put(ImportColumn.of(number.kind()), number.value()));
        put(
                cells,
                ImportColumn.CITIZENSHIP,
                facts.citizenship() == null ? null : Countries.name(facts.citizenship(), WrittenForm.NB));
        put(cells, ImportColumn.PERMIT_BASIS, facts.permitBasis() == null ? null : basis(facts.permitBasis()));
        put(cells, ImportColumn.PERMIT_GRANTED_ON, day(facts.permitGrantedOn()));
        put(cells, ImportColumn.SETTLED_ON, day(facts.settledOn()));
        if (facts.settledOn() != null || facts.settledByAgreement()) {
            cells.put(ImportColumn.SETTLED_BY_AGREEMENT, facts.settledByAgreement() ? "ja" : "nei");
        }
        put(cells, ImportColumn.EDUCATION, facts.education() == null ? null : level(facts.education()));
        put(cells, ImportColumn.MOTHER_TONGUE, language(facts.motherTongue()));
        put(cells, ImportColumn.INTERPRETING_LANGUAGE, language(facts.interpretingLanguage()));
        put(cells, ImportColumn.WRITTEN_FORM, facts.writtenForm() == null ? null : form(facts.writtenForm()));
        put(cells, ImportColumn.CHILDREN_BORN_ON, days(facts.childrenBornOn()));
        return cells;
    }

    private static void put(Map<ImportColumn, String> cells, ImportColumn column, String text) {
        if (text != null && !text.isEmpty()) {
            cells.put(column, text);
        }
    }

    private static String day(LocalDate day) {
        return day == null ? null : day.format(DAY);
    }

    private static String days(List<LocalDate> days) {
        return days.stream().map(CellTexts::day).collect(Collectors.joining(", "));
    }

    /** A name that two languages share would be read as the other one; then the code stands. */
    private static String language(String code) {
        if (code == null) {
            return null;
        }
        var name = Languages.name(code, WrittenForm.NB);
        return Languages.read(name).filter(code::equals).isPresent() ? name : code;
    }

    private static String basis(PermitBasis basis) {
        return switch (basis) {
            case A, B, C, D, E, F, G -> basis.name().toLowerCase(Locale.ROOT);
            case FAMILY_OTHER -> "familie";
            case OTHER -> "annet";
        };
    }

    private static String level(EducationLevel level) {
        return switch (level) {
            case PRIMARY_NOT_COMPLETED -> "ikke fullført grunnskole";
            case PRIMARY_COMPLETED -> "grunnskole";
            case UPPER_SECONDARY -> "videregående";
            case HIGHER_EDUCATION -> "høyere utdanning";
        };
    }

    private static String form(WrittenForm form) {
        return switch (form) {
            case NB -> "bokmål";
            case NN -> "nynorsk";
        };
    }

    private CellTexts() {}
}
