package no.innvei.participant.domain;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import no.innvei.participant.api.IdentityNumbers;
import no.innvei.participant.api.IdentityProblem;
import no.innvei.participant.api.ImportColumn;
import no.innvei.participant.api.ImportPreview.Code;
import no.innvei.participant.api.PersonFacts;

/** Whether facts can be true at all. Says nothing about the person's rights. */
public final class FactsCheck {

    private static final int LONGEST_NAME = 200;
    private static final int MOST_CHILDREN = 20;
    private static final LocalDate FIRST_BIRTH = LocalDate.of(1900, 1, 1);
    private static final LocalDate FIRST_SETTLEMENT = LocalDate.of(1990, 1, 1);

    /** Settlements are agreed some months ahead. */
    private static final int MONTHS_AHEAD = 12;

    private final IdentityNumbers numbers;
    private final LocalDate today;

    public FactsCheck(IdentityNumbers numbers, LocalDate today) {
        this.numbers = numbers;
        this.today = today;
    }

    /** The first problem of each column; empty when the facts can be registered. */
    public Map<ImportColumn, Code> problems(PersonFacts facts) {
        var problems = new EnumMap<ImportColumn, Code>(ImportColumn.class);
        name(problems, ImportColumn.GIVEN_NAMES, facts.givenNames(), true);
        name(problems, ImportColumn.FAMILY_NAME, facts.familyName(), false);
        if (facts.bornOn() == null) {
            problems.put(ImportColumn.BORN_ON, Code.REQUIRED);
        } else if (facts.bornOn().isAfter(today)) {
            problems.put(ImportColumn.BORN_ON, Code.FUTURE);
        } else if (facts.bornOn().isBefore(FIRST_BIRTH)) {
            problems.put(ImportColumn.BORN_ON, Code.TOO_EARLY);
        }
        identifiers(problems, facts);
        pattern(problems, ImportColumn.CITIZENSHIP, facts.citizenship(), "[A-Z]{2}");
        pattern(problems, ImportColumn.MOTHER_TONGUE, facts.motherTongue(), "[a-z]{2,3}");
        pattern(problems, ImportColumn.INTERPRETING_LANGUAGE, facts.interpretingLanguage(), "[a-z]{2,3}");
        if (facts.permitBasis() == null && facts.permitGrantedOn() != null) {
            problems.put(ImportColumn.PERMIT_BASIS, Code.REQUIRED);
        }
        date(problems, ImportColumn.PERMIT_GRANTED_ON, facts.permitGrantedOn(), facts.bornOn(), today);
        date(problems, ImportColumn.SETTLED_ON, facts.settledOn(), facts.bornOn(), today.plusMonths(MONTHS_AHEAD));
        if (facts.settledOn() != null && facts.settledOn().isBefore(FIRST_SETTLEMENT)) {
            problems.putIfAbsent(ImportColumn.SETTLED_ON, Code.TOO_EARLY);
        }
        for (var born : facts.childrenBornOn()) {
            date(problems, ImportColumn.CHILDREN_BORN_ON, born, facts.bornOn(), today);
        }
        if (facts.childrenBornOn().size() > MOST_CHILDREN) {
            problems.put(ImportColumn.CHILDREN_BORN_ON, Code.TOO_MANY);
        }
        return problems;
    }

    private void identifiers(Map<ImportColumn, Code> problems, PersonFacts facts) {
        var kinds = new HashSet<>();
        for (var identifier : facts.identifiers()) {
            var column = ImportColumn.of(identifier.kind());
            if (numbers.read(identifier.kind(), identifier.value()) instanceof IdentityNumbers.Reading.Wrong wrong) {
                problems.put(column, code(wrong.problem()));
            } else if (!kinds.add(identifier.kind())) {
                problems.put(column, Code.TOO_MANY);
            }
        }
    }

    private static void name(Map<ImportColumn, Code> problems, ImportColumn column, String name, boolean required) {
        if (name == null || name.isBlank()) {
            if (required || name != null) {
                problems.put(column, Code.REQUIRED);
            }
        } else if (name.length() > LONGEST_NAME) {
            problems.put(column, Code.TOO_LONG);
        } else if (name.codePoints().anyMatch(Character::isISOControl)
                || name.codePoints().noneMatch(Character::isLetter)) {
            problems.put(column, Code.CHARACTERS);
        }
    }

    private static void pattern(Map<ImportColumn, Code> problems, ImportColumn column, String value, String pattern) {
        if (value != null && !value.matches(pattern)) {
            problems.put(column, Code.VALUE_NOT_KNOWN);
        }
    }

    private static void date(
            Map<ImportColumn, Code> problems, ImportColumn column, LocalDate day, LocalDate bornOn, LocalDate latest) {
        if (day == null) {
            return;
        }
        if (day.isAfter(latest)) {
            problems.put(column, Code.FUTURE);
        } else if (bornOn != null && day.isBefore(bornOn)) {
            problems.put(column, Code.BEFORE_BIRTH);
        }
    }

    /** The code a problem with an identity number has in previews and on pages. */
    public static Code code(IdentityProblem problem) {
        return switch (problem) {
            case NOT_DIGITS -> Code.NUMBER_NOT_DIGITS;
            case LENGTH -> Code.NUMBER_LENGTH;
            case LEADING_ZERO_LOST -> Code.NUMBER_LEADING_ZERO;
            case DATE -> Code.NUMBER_DATE;
            case CHECK_DIGITS -> Code.NUMBER_CHECK_DIGITS;
            case SYNTHETIC -> Code.NUMBER_SYNTHETIC;
            case YEAR -> Code.NUMBER_YEAR;
            case OTHER_KIND -> Code.NUMBER_OTHER_KIND;
        };
    }
}
