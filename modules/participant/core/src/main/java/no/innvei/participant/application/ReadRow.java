package no.innvei.participant.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.innvei.kernel.WrittenForm;
import no.innvei.participant.api.CitizenshipGroup;
import no.innvei.participant.api.EducationLevel;
import no.innvei.participant.api.ImportColumn;
import no.innvei.participant.api.ImportPreview.Reason;
import no.innvei.participant.api.PermitBasis;
import no.innvei.participant.api.PersonFacts;
import no.innvei.participant.api.PersonIdentifier;
import no.innvei.participant.api.PersonIdentifier.IdentifierKind;

/**
 * A row as we understand it.
 *
 * @param values what could be read, by column; identity numbers stand beside
 */
record ReadRow(int line, Map<ImportColumn, Object> values, List<PersonIdentifier> identifiers, List<Reason> reasons) {

    private static final PersonFacts NOTHING = new PersonFacts(
            null, null, null, List.of(), null, null, null, null, false, null, false, null, null, null, null, List.of());

    boolean wrong() {
        return reasons.stream().anyMatch(reason -> !reason.code().warning());
    }

    /** The row without what stands in these columns; identity numbers stay. */
    ReadRow without(Set<ImportColumn> columns) {
        var rest = new EnumMap<ImportColumn, Object>(ImportColumn.class);
        values.forEach((column, value) -> {
            if (!columns.contains(column)) {
                rest.put(column, value);
            }
        });
        return new ReadRow(line, rest, identifiers, reasons);
    }

    String name() {
        return Stream.of(ImportColumn.GIVEN_NAMES, ImportColumn.FAMILY_NAME)
                .map(values::get)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .collect(Collectors.joining(" "));
    }

    LocalDate bornOn() {
        return (LocalDate) values.get(ImportColumn.BORN_ON);
    }

    PersonFacts facts() {
        return onto(NOTHING);
    }

    /** What is known when this row is added to it; a blank cell changes nothing. */
    PersonFacts onto(PersonFacts known) {
        var numbers = new LinkedHashMap<IdentifierKind, PersonIdentifier>();
        known.identifiers().forEach(identifier -> numbers.put(identifier.kind(), identifier));
        identifiers.forEach(identifier -> numbers.put(identifier.kind(), identifier));
        var citizenship = value(ImportColumn.CITIZENSHIP, String.class, known.citizenship());
        return new PersonFacts(
                value(ImportColumn.GIVEN_NAMES, String.class, known.givenNames()),
                value(ImportColumn.FAMILY_NAME, String.class, known.familyName()),
                value(ImportColumn.BORN_ON, LocalDate.class, known.bornOn()),
                new ArrayList<>(numbers.values()),
                citizenship,
                values.containsKey(ImportColumn.CITIZENSHIP) && !citizenship.equals(known.citizenship())
                        ? CitizenshipGroup.of(citizenship)
                        : known.citizenshipGroup(),
                value(ImportColumn.PERMIT_BASIS, PermitBasis.class, known.permitBasis()),
                value(ImportColumn.PERMIT_GRANTED_ON, LocalDate.class, known.permitGrantedOn()),
                known.followsFamilyPermit(),
                value(ImportColumn.SETTLED_ON, LocalDate.class, known.settledOn()),
                value(ImportColumn.SETTLED_BY_AGREEMENT, Boolean.class, known.settledByAgreement()),
                value(ImportColumn.EDUCATION, EducationLevel.class, known.education()),
                value(ImportColumn.MOTHER_TONGUE, String.class, known.motherTongue()),
                value(ImportColumn.INTERPRETING_LANGUAGE, String.class, known.interpretingLanguage()),
                value(ImportColumn.WRITTEN_FORM, WrittenForm.class, known.writtenForm()),
                children(known));
    }

    private List<LocalDate> children(PersonFacts known) {
        return values.get(ImportColumn.CHILDREN_BORN_ON) instanceof List<?> days
                ? days.stream().map(LocalDate.class::cast).toList()
                : known.childrenBornOn();
    }

    private <T> T value(ImportColumn column, Class<T> type, T known) {
        var value = values.get(column);
        return value == null ? known : type.cast(value);
    }
}
