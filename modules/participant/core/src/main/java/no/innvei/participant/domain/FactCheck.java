package no.innvei.participant.domain;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import no.innvei.participant.api.FactCommand;
import no.innvei.participant.api.FactKind;
import no.innvei.participant.api.LifeFact;

/** Whether one fact can be true at all, and in these days. Says nothing about the person's rights. */
public final class FactCheck {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_CONTACT = 300;
    private static final int MINUTES_PER_WEEK = 7 * 24 * 60;
    private static final int YEARS_A_PERMIT_LASTS = 20;
    private static final LocalDate FIRST_BIRTH = LocalDate.of(1900, 1, 1);
    private static final LocalDate FIRST_SETTLEMENT = LocalDate.of(1990, 1, 1);

    private final LocalDate bornOn;
    private final LocalDate today;
    private final Map<String, FactProblem> problems = new HashMap<>();

    private FactCheck(LocalDate bornOn, LocalDate today) {
        this.bornOn = bornOn;
        this.today = today;
    }

    /**
     * @param kind of the row a command names, or of its fact
     * @return field name to what is wrong; empty when it can be written
     */
    public static Map<String, FactProblem> problems(
            FactCommand command, FactKind kind, LocalDate bornOn, LocalDate today) {
        var check = new FactCheck(bornOn, today);
        switch (command) {
            case FactCommand.Change change -> {
                check.fact(change.fact());
                check.first(change.fact(), change.from());
                check.within(change.fact(), change.from(), null);
            }
            case FactCommand.Correct correct -> {
                check.fact(correct.fact());
                check.first(correct.fact(), correct.from());
                check.last(kind, "to", correct.to());
                if (correct.from() != null
                        && correct.to() != null
                        && correct.to().isBefore(correct.from())) {
                    check.problem("to", FactProblem.ORDER);
                }
                check.within(correct.fact(), correct.from(), correct.to());
            }
            case FactCommand.End end -> check.last(kind, "lastDay", end.lastDay());
            case FactCommand.Withdraw w -> {
                // nothing is said that could be wrong
            }
        }
        return check.problems;
    }

    private void first(LifeFact fact, LocalDate from) {
        if (fact.kind() == FactKind.BIRTH_DATE) {
            if (from != null) {
                problem("from", FactProblem.OTHER_KIND);
            }
            return;
        }
        notBeforeBirth("from", from);
        if (from != null && from.isAfter(today.plusMonths(fact.kind().monthsAhead()))) {
            problem("from", FactProblem.FUTURE);
        }
        if (fact.kind() == FactKind.SETTLEMENT && from != null && from.isBefore(FIRST_SETTLEMENT)) {
            problem("from", FactProblem.TOO_EARLY);
        }
    }

    /** What is copied to lists must not stop being true while nobody looks, so its last day lies in the past. */
    private void last(FactKind kind, String field, LocalDate day) {
        if (day == null) {
            return;
        }
        notBeforeBirth(field, day);
        boolean ahead = kind.monthsAhead() > 0 && kind != FactKind.SETTLEMENT;
        if (ahead ? day.isAfter(today.plusYears(YEARS_A_PERMIT_LASTS)) : !day.isBefore(today)) {
            problem(field, FactProblem.FUTURE);
        }
        if (kind.once()) {
            problem(field, FactProblem.ONLY_CORRECT);
        }
    }

    private void fact(LifeFact fact) {
        switch (fact) {
            case LifeFact.Name name -> {
                name("givenNames", name.givenNames(), true);
                name("familyName", name.familyName(), false);
            }
            case LifeFact.BirthDate birth -> birthDate(birth.bornOn());
            case LifeFact.Permit permit -> {
                required("basis", permit.basis());
                notBeforeBirth("renewedOn", permit.renewedOn());
                notBeforeBirth("expiresOn", permit.expiresOn());
                if (permit.renewedOn() != null && permit.renewedOn().isAfter(today)) {
                    problem("renewedOn", FactProblem.FUTURE);
                }
                if (permit.expiresOn() != null && permit.expiresOn().isAfter(today.plusYears(YEARS_A_PERMIT_LASTS))) {
                    problem("expiresOn", FactProblem.FUTURE);
                }
                inOrder("expiresOn", permit.renewedOn(), permit.expiresOn());
            }
            case LifeFact.Settlement s -> {
                // any answer is possible
            }
            case LifeFact.Residence residence -> matches("municipality", residence.municipality(), "[0-9]{4}", true);
            case LifeFact.Citizenship citizenship -> {
                matches("country", citizenship.country(), "[A-Z]{2}", citizenship.group() == null);
            }
            case LifeFact.Education education -> required("level", education.level());
            case LifeFact.MotherTongue tongue -> matches("language", tongue.language(), "[a-z]{2,3}", true);
            case LifeFact.Interpreting interpreting ->
                matches("language", interpreting.language(), "[a-z]{2,3}", false);
            case LifeFact.WrittenForm form -> required("form", form.form());
            case LifeFact.Partner partner -> required("relation", partner.relation());
            case LifeFact.Child child -> {
                required("livesWith", child.livesWith());
                required("bornOn", child.bornOn());
                notBeforeBirth("bornOn", child.bornOn());
                if (child.bornOn() != null && child.bornOn().isAfter(today)) {
                    problem("bornOn", FactProblem.FUTURE);
                }
            }
            case LifeFact.Employment employment -> {
                required("state", employment.state());
                if (employment.minutesPerWeek() < 1 || employment.minutesPerWeek() > MINUTES_PER_WEEK) {
                    problem("hoursPerWeek", FactProblem.VALUE_NOT_KNOWN);
                }
            }
            case LifeFact.Contact contact -> contact(contact);
            case LifeFact.UnaccompaniedMinor u -> {
                // any answer is possible
            }
            case LifeFact.ResearchReservation r -> {
                // any answer is possible
            }
        }
    }

    private void within(LifeFact fact, LocalDate from, LocalDate to) {
        switch (fact) {
            case LifeFact.Permit permit -> {
                inOrder("renewedOn", from, permit.renewedOn());
                inOrder("expiresOn", from, permit.expiresOn());
            }
            case LifeFact.Child child -> {
                if (from != null && child.bornOn() != null && from.isBefore(child.bornOn())) {
                    problem("from", FactProblem.BEFORE_BIRTH);
                }
                if (to != null && child.bornOn() != null && to.isBefore(child.bornOn())) {
                    problem("to", FactProblem.BEFORE_BIRTH);
                }
            }
            default -> {
                // the days say nothing about the rest
            }
        }
    }

    private void contact(LifeFact.Contact contact) {
        required("channel", contact.channel());
        var content = contact.content();
        if (content == null || content.isBlank()) {
            problem("content", FactProblem.REQUIRED);
        } else if (content.length() > LONGEST_CONTACT) {
            problem("content", FactProblem.TOO_LONG);
        } else if (content.codePoints().anyMatch(Character::isISOControl)) {
            problem("content", FactProblem.CHARACTERS);
        } else if (contact.channel() != null
                && !switch (contact.channel()) {
                    case PHONE -> content.matches("\\+?[0-9][0-9 ]{3,20}");
                    case EMAIL -> content.matches("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");
                    case ADDRESS -> true;
                }) {
            problem("content", FactProblem.VALUE_NOT_KNOWN);
        }
    }

    private void birthDate(LocalDate day) {
        if (day == null) {
            problem("bornOn", FactProblem.REQUIRED);
        } else if (day.isAfter(today)) {
            problem("bornOn", FactProblem.FUTURE);
        } else if (day.isBefore(FIRST_BIRTH)) {
            problem("bornOn", FactProblem.TOO_EARLY);
        }
    }

    private void name(String field, String name, boolean required) {
        if (name == null || name.isBlank()) {
            if (required || name != null) {
                problem(field, FactProblem.REQUIRED);
            }
        } else if (name.length() > LONGEST_NAME) {
            problem(field, FactProblem.TOO_LONG);
        } else if (name.codePoints().anyMatch(Character::isISOControl)
                || name.codePoints().noneMatch(Character::isLetter)) {
            problem(field, FactProblem.CHARACTERS);
        }
    }

    private void matches(String field, String value, String pattern, boolean required) {
        if (value == null) {
            if (required) {
                problem(field, FactProblem.REQUIRED);
            }
        } else if (!value.matches(pattern)) {
            problem(field, FactProblem.VALUE_NOT_KNOWN);
        }
    }

    private void required(String field, Object value) {
        if (value == null) {
            problem(field, FactProblem.REQUIRED);
        }
    }

    private void notBeforeBirth(String field, LocalDate day) {
        if (day != null && day.isBefore(bornOn)) {
            problem(field, FactProblem.BEFORE_BIRTH);
        }
    }

    private void inOrder(String field, LocalDate earlier, LocalDate later) {
        if (earlier != null && later != null && later.isBefore(earlier)) {
            problem(field, FactProblem.ORDER);
        }
    }

    private void problem(String field, FactProblem problem) {
        problems.putIfAbsent(field, problem);
    }
}
