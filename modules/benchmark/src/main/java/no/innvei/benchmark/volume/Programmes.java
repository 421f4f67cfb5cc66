package no.innvei.benchmark.volume;

import static no.innvei.benchmark.volume.CopyRows.NONE;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import no.innvei.benchmark.volume.Duties.Told;
import no.innvei.introduction.api.Category;
import no.innvei.introduction.api.FinalGoal;
import no.innvei.introduction.domain.ProgrammeRules;
import no.innvei.introduction.domain.ProgrammeRules.Asked;
import no.innvei.participant.api.CitizenshipGroup;
import no.innvei.participant.api.EducationLevel;
import no.innvei.registersync.api.ItemKind;

/** Writes programmes, plans and what the rules said, as the use cases of the module introduction would have; whatever they would have refused does not happen. */
final class Programmes {

    private static final String REASONS =
            "Vurdert etter opplysningene i saken. Deltakeren er orientert om retten til å klage.";
    private static final String GOAL_REASON =
            "Valgt sammen med deltakeren etter kompetansekartlegging og karriereveiledning.";
    private static final String ELEMENT_REASON = "Styrker tilknytningen til arbeidslivet og støtter norskmålet.";
    private static final int OLD_ACT_MONTHS = 24;
    private static final int HOUR = 60;

    /** Programmes that ended longer ago are kept without the rules' answers, and the register has heard all of them. */
    private static final int RECENT = 400;

    private static final int LEFT_OPEN_DAYS = 130;
    private static final int FIRST_KEPT_ANSWERS = Person.day(LocalDate.of(2022, 1, 1));

    private static final List<String> ENDINGS = List.of(
            "WORK_FULL_TIME",
            "WORK_FULL_TIME",
            "WORK_FULL_TIME",
            "WORK_PART_TIME",
            "WORK_PART_TIME",
            "UPPER_SECONDARY",
            "UPPER_SECONDARY",
            "PREPARATORY_ADULT_EDUCATION",
            "HIGHER_EDUCATION",
            "NAV_MEASURE",
            "PARENTAL_LEAVE",
            "MOVED_MUNICIPALITY",
            "SOCIAL_ASSISTANCE",
            "WITHDRAWN");

    private static final List<String> LONG_TERM = List.of(
            "Fast arbeid innen helse og omsorg.",
            "Arbeide som kokk.",
            "Bli elektriker.",
            "Arbeide i barnehage.",
            "Bruke utdanningen fra hjemlandet i Norge.",
            "Starte egen bedrift.",
            "Arbeide innen bygg og anlegg.",
            "Bli sykepleier.");

    private final ProgrammeRules rules = new ProgrammeRules();
    private final Duties duties;
    private final Today today;
    private Sheets sheets;
    private Staff staff;
    private UUID adviser;

    Programmes(Duties duties, Today today) {
        this.duties = duties;
        this.today = today;
    }

    void enter(Sheets sheets, Staff staff) {
        this.sheets = sheets;
        this.staff = staff;
        this.adviser = staff.adviser();
    }

    void write(Person person, Dice dice) {
        var told = new ArrayList<Told>();
        var course = Course.of(person, dice, today);
        var written = course == null ? null : programme(person, course, dice, told);
        caseFile(person, written);
        duties.write(sheets, person, told, written == null || written.recent(), dice);
        boolean followed = written == null
                ? person.settledOn() == NONE || person.settledOn() > today.day() - RECENT
                : written.open();
        if (followed && staff.works() && person.protection() == 0 && dice.percent(92)) {
            assignment(person, dice);
        }
    }

    private void assignment(Person person, Dice dice) {
        sheets.row(VolumeTable.ASSIGNMENT)
                .id(dice.id(person.registeredAt()))
                .id(person.id())
                .text("ADVISER")
                .id(adviser)
                .id(staff.office())
                .day((int) Math.floorDiv(person.registeredAt(), 86_400_000_000L))
                .moment(person.registeredAt())
                .id(adviser);
    }

    /**
     * @param claimedOn of a programme that is not over, else {@code NONE}
     * @param recent whether it is open or was until lately
     */
    private record Written(UUID id, int claimedOn, boolean open, boolean recent, long changedAt) {}

    private Written programme(Person person, Course course, Dice dice, List<Told> told) {
        var then = person.facts(CitizenshipGroup.OTHER);
        boolean ruled = course.offerOn() == NONE || course.offerOn() >= Course.ACT;
        var claimed = Person.date(course.claimedOn());
        int first = course.offerOn() == NONE ? course.claimedOn() : course.offerOn();
        long openedAt = today.moment(dice, first);
        long changedAt = openedAt;
        int version = 1;
        var id = dice.id(openedAt);
        told.add(new Told(ItemKind.PROGRAMME_OFFER, id, id, first));
        var answers = new ArrayList<Asked>();

        int decided = course.decidedOn();
        Category category = decided == NONE ? null : Category.RIGHT_AND_DUTY;
        boolean refused = course.refused();
        String goal = null;
        Integer months = null;
        int lastDay = NONE;
        Asked duration = null;
        int planned = NONE;
        if (decided != NONE) {
            var asked = ruled ? rules.category(then, claimed, Person.date(decided), null) : null;
            category = asked == null ? category : ProgrammeRules.categoryOf(asked);
            refused |= category == Category.NONE;
            if (ruled) {
                answers.add(asked);
                answers.add(rules.startDeadline(then, claimed));
            }
            told.add(new Told(ItemKind.PROGRAMME_DECISION, id, id, decided));
            changedAt = today.moment(dice, decided);
            version++;
            if (!refused) {
                planned = course.startedOn() == NONE ? Families.workday(decided + 10) : course.startedOn();
                told.add(new Told(ItemKind.GOAL, id, id, decided));
                if (ruled) {
                    var goals = rules.goals(then, Person.date(course.offerOn()));
                    goal = goal(dice, ProgrammeRules.goalsOf(goals), person.education());
                    duration = rules.duration(
                            then, FinalGoal.valueOf(goal), Person.date(course.offerOn()), Person.date(planned));
                    answers.add(goals);
                    answers.add(duration);
                    months = ProgrammeRules.monthsOf(duration);
                    lastDay = Person.day(ProgrammeRules.dateOf(duration, "lastDay"));
                } else {
                    goal = person.education().upperSecondary() ? "WORK" : "PARTS_OF_UPPER_SECONDARY";
                    months = OLD_ACT_MONTHS;
                    lastDay = Person.day(
                            Person.date(planned).plusMonths(OLD_ACT_MONTHS).minusDays(1));
                }
            }
        }
        int started = refused ? NONE : course.startedOn();
        if (started != NONE) {
            told.add(new Told(ItemKind.PROGRAMME_START, id, id, started));
            changedAt = Math.max(changedAt, today.moment(dice, started));
            version++;
        }
        int ended = ending(course, started, lastDay);
        String reason = ended == NONE ? null : dice.of(ENDINGS);
        if (ended != NONE) {
            told.add(new Told(ItemKind.ENDING_REASON, id, id, ended));
            changedAt = Math.max(changedAt, today.moment(dice, ended));
            version++;
        }
        boolean over = refused || ended != NONE;
        int lastEvent = ended != NONE ? ended : decided;
        boolean recent = !over || lastEvent > today.day() - RECENT;
        if (started != NONE) {
            changedAt = Math.max(changedAt, plans(person, id, goal, months, started, lastDay, ended, dice, told));
        } else if (planned != NONE && dice.percent(50)) {
            draft(person, id, goal, planned, lastDay, dice);
        }
        sheets.row(VolumeTable.PROGRAMME)
                .id(id)
                .id(person.id())
                .day(course.claimedOn())
                .day(course.offerOn())
                .text(decided == NONE ? null : refused ? "REFUSED" : "AWARDED")
                .day(decided)
                .id(decided == NONE ? null : adviser)
                .text(decided == NONE ? null : REASONS)
                .text(Person.name(category))
                .text(goal)
                .text(goal == null ? null : GOAL_REASON)
                .day(goal == null ? NONE : decided)
                .day(planned)
                .day(started);
        var row = sheets.rows().get(VolumeTable.PROGRAMME);
        if (months == null) {
            row.nothing();
        } else {
            row.number(months);
        }
        row.day(lastDay)
                .day(ended)
                .text(reason)
                .moment(openedAt)
                .moment(changedAt)
                .big(version);
        if (recent && ruled) {
            long decidedAt = Math.max(openedAt, today.moment(dice, decided == NONE ? first : decided));
            answers.forEach(asked -> answer(person, id, "DECISION", asked, decidedAt, dice));
            if (started != NONE && duration != null) {
                answer(person, id, "START", duration, Math.max(decidedAt, today.moment(dice, started)), dice);
            }
        }
        if (started != NONE && ended != NONE && reason.startsWith("WORK_")) {
            boolean full = reason.equals("WORK_FULL_TIME");
            long at = today.moment(dice, ended);
            sheets.fact(
                            VolumeTable.EMPLOYMENT,
                            dice,
                            person.id(),
                            today.notAfter(ended + 1),
                            NONE,
                            new Sheets.Written(at, adviser, null))
                    .id(dice.id(at))
                    .text("HELD")
                    .number(full ? 2250 : 900 + 60 * dice.below(10));
        }
        return new Written(id, over ? NONE : course.claimedOn(), !over, recent, changedAt);
    }

    private int ending(Course course, int started, int lastDay) {
        if (started == NONE) {
            return NONE;
        }
        int early = course.endsAfter() == NONE ? NONE : started + course.endsAfter();
        if (early != NONE && lastDay != NONE) {
            early = Math.min(early, lastDay);
        }
        if (early != NONE && early <= today.day()) {
            return Families.workday(early) <= today.day() ? Math.max(started, Families.workday(early)) : early;
        }
        if (lastDay == NONE || lastDay >= today.day()) {
            return NONE;
        }
        return course.leftOpen() && lastDay > today.day() - LEFT_OPEN_DAYS ? NONE : lastDay;
    }

    private static String goal(Dice dice, List<FinalGoal> allowed, EducationLevel education) {
        if (allowed.isEmpty()) {
            return "WORK";
        }
        if (education != EducationLevel.PRIMARY_COMPLETED
                && allowed.contains(FinalGoal.WORK)
                && dice.percent(education == EducationLevel.PRIMARY_NOT_COMPLETED ? 40 : 60)) {
            return "WORK";
        }
        return dice.of(allowed).name();
    }

    private void answer(Person person, UUID programme, String step, Asked asked, long at, Dice dice) {
        if (!asked.answered()) {
            return;
        }
        var said = asked.evaluation();
        sheets.row(VolumeTable.EVALUATION)
                .id(dice.id(at))
                .id(person.id())
                .id(programme)
                .text(step)
                .text(said.rule())
                .day(Person.day(said.version()))
                .day(Person.day(said.decisiveDate()))
                .text(said.answer().name())
                .text(asked.json())
                .moment(at);
    }

    private void caseFile(Person person, Written programme) {
        var facts = person.facts(person.present());
        var claimed = programme == null ? null : Person.date(programme.claimedOn());
        var category = rules.category(facts, claimed, today.date(), null);
        var judged = ProgrammeRules.categoryOf(category);
        boolean runs = judged == null || judged == Category.RIGHT_AND_DUTY || judged == Category.RIGHT_ONLY;
        var deadline = runs ? rules.startDeadline(facts, claimed) : null;
        boolean keep = person.settledOn() == NONE || person.settledOn() >= FIRST_KEPT_ANSWERS;
        sheets.row(VolumeTable.CASE_FILE)
                .id(person.id())
                .id(programme == null ? null : programme.id())
                .text(Person.name(judged))
                .day(today.day())
                .day(runs ? Person.day(ProgrammeRules.dateOf(deadline, "decideAndStartBy")) : NONE)
                .text(keep && category.answered() ? category.json() : null)
                .text(keep && runs && deadline.answered() ? deadline.json() : null)
                .moment(programme == null ? person.registeredAt() : programme.changedAt())
                .big(1);
    }

    // Plans
    // ------------------------------------------------------------------------------------------------------------------------------------------

    /** @param element the same in every version */
    private record Element(UUID element, String kind, String provider, int from, int to, int hours, boolean work) {}

    private long plans(
            Person person,
            UUID programme,
            String goal,
            Integer months,
            int started,
            int lastDay,
            int ended,
            Dice dice,
            List<Told> told) {
        int end = lastDay == NONE ? started + 365 : lastDay;
        int approved = Families.workday(started + dice.between(2, 20));
        if (approved > today.day() || ended != NONE && approved > ended) {
            if (ended == NONE && dice.percent(60)) {
                draft(person, programme, goal, started, lastDay, dice);
            }
            return person.registeredAt();
        }
        var level = level(person.education());
        var longTerm = dice.of(LONG_TERM);
        long at = today.moment(dice, approved);
        var elements = elements(person, goal, started, end, at, dice);
        version(person, programme, 1, at, goal, months, lastDay, level, longTerm, elements, dice);
        told.add(new Told(ItemKind.NORWEGIAN_GOAL, programme, programme, approved));
        elements.forEach(element -> told.add(new Told(ItemKind.MEASURE, element.element(), programme, approved)));
        int again = Families.workday(started + dice.between(90, 200));
        if (dice.percent(35) && again <= today.day() && again < end && (ended == NONE || again < ended)) {
            at = today.moment(dice, again);
            var more = new ArrayList<>(elements);
            boolean work = goal.equals("WORK");
            var added = new Element(
                    dice.id(at),
                    work ? "PART_TIME_WORK" : dice.percent(50) ? "DIGITAL_SKILLS" : "SHORT_TRADE_COURSE",
                    work ? "Lokal arbeidsgiver" : "Voksenopplæringen",
                    again,
                    end,
                    work ? 12 : 4,
                    work);
            more.add(added);
            version(person, programme, 2, at, goal, months, lastDay, level, longTerm, more, dice);
            told.add(new Told(ItemKind.MEASURE, added.element(), programme, again));
        } else if (ended == NONE && dice.percent(6)) {
            draft(person, programme, goal, started, lastDay, dice);
        }
        return at;
    }

    private List<Element> elements(Person person, String goal, int from, int to, long at, Dice dice) {
        int half = Math.min(to, from + 91);
        var elements = new ArrayList<Element>(7);
        elements.add(
                new Element(dice.id(at), "NORWEGIAN", "Voksenopplæringen", from, to, 15 + 3 * dice.below(2), false));
        elements.add(new Element(dice.id(at), "SOCIAL_STUDIES", "Voksenopplæringen", from, half, 4, false));
        elements.add(
                new Element(dice.id(at), "LIFE_SKILLS_CAREER_COMPETENCE", "Flyktningtjenesten", from, half, 3, false));
        if (!person.children().isEmpty()) {
            elements.add(new Element(dice.id(at), "PARENT_GUIDANCE", "Familiesenteret", from, half, 2, false));
        }
        elements.add(
                switch (goal) {
                    case "WORK" -> new Element(dice.id(at), "WORK_PLACEMENT", "Lokal arbeidsgiver", from, to, 15, true);
                    case "EDUCATION_ABOVE_UPPER_SECONDARY" ->
                        new Element(
                                dice.id(at),
                                "FOREIGN_EDUCATION_RECOGNITION",
                                "Direktoratet for høyere utdanning og kompetanse",
                                from,
                                half,
                                5,
                                false);
                    case "VOCATIONAL_REQUALIFICATION" ->
                        new Element(
                                dice.id(at), "VOCATIONAL_REQUALIFICATION", "Videregående skole", from, to, 15, false);
                    case "COMPLETE_PRIMARY", "PARTS_OF_PRIMARY" ->
                        new Element(
                                dice.id(at), "PREPARATORY_ADULT_EDUCATION", "Voksenopplæringen", from, to, 15, false);
                    default -> new Element(dice.id(at), "UPPER_SECONDARY", "Videregående skole", from, to, 15, false);
                });
        if (dice.percent(70)) {
            elements.add(new Element(
                    dice.id(at), "LIFE_SKILLS_MIGRATION_HEALTH_DIVERSITY", "Flyktningtjenesten", from, half, 2, false));
        }
        if (dice.percent(50)) {
            elements.add(new Element(dice.id(at), "DIGITAL_SKILLS", "Voksenopplæringen", from, half, 2, false));
        }
        return elements;
    }

    private void version(
            Person person,
            UUID programme,
            int number,
            long at,
            String goal,
            Integer months,
            int lastDay,
            String level,
            String longTerm,
            List<Element> elements,
            Dice dice) {
        var plan = dice.id(at);
        var row = sheets.row(VolumeTable.PLAN)
                .id(plan)
                .id(person.id())
                .id(programme)
                .number(number)
                .moment(at)
                .id(adviser)
                .text(goal)
                .text(GOAL_REASON)
                .text(level)
                .text(level)
                .text(level)
                .text(level)
                .text(longTerm)
                .yes(false);
        if (months == null) {
            row.nothing();
        } else {
            row.number(months);
        }
        row.day(lastDay);
        int position = 0;
        for (var element : elements) {
            sheets.row(VolumeTable.PLAN_ELEMENT)
                    .id(dice.id(at))
                    .id(person.id())
                    .id(plan)
                    .id(element.element())
                    .number(position++)
                    .text(element.kind())
                    .text(element.provider())
                    .day(element.from())
                    .day(element.to())
                    .number(element.hours() * HOUR)
                    .yes(element.work())
                    .text(ELEMENT_REASON);
        }
    }

    private void draft(Person person, UUID programme, String goal, int from, int lastDay, Dice dice) {
        int end = lastDay == NONE ? from + 365 : Math.max(from, lastDay);
        long at = today.moment(dice, today.notAfter(from));
        var draft = dice.id(at);
        var level = level(person.education());
        sheets.row(VolumeTable.DRAFT)
                .id(draft)
                .id(person.id())
                .id(programme)
                .text(goal)
                .text(GOAL_REASON)
                .text(level)
                .text(level)
                .text(level)
                .text(level)
                .text(dice.of(LONG_TERM))
                .yes(false)
                .moment(at)
                .big(1);
        int position = 0;
        for (var element : elements(person, goal, from, end, at, dice)) {
            sheets.row(VolumeTable.DRAFT_ELEMENT)
                    .id(element.element())
                    .id(person.id())
                    .id(draft)
                    .number(position++)
                    .text(element.kind())
                    .text(element.provider())
                    .day(element.from())
                    .day(element.to())
                    .number(element.hours() * HOUR)
                    .yes(element.work())
                    .text(ELEMENT_REASON)
                    .big(1);
        }
    }

    private static String level(EducationLevel education) {
        return switch (education) {
            case PRIMARY_NOT_COMPLETED -> "A2";
            case PRIMARY_COMPLETED, UPPER_SECONDARY -> "B1";
            case HIGHER_EDUCATION -> "B2";
        };
    }
}
