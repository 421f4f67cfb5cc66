package no.innvei.worklist.api;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.innvei.kernel.ParticipantId;

/** Min dag: what is due, what is late and what the register refused, among the participants the user may see. */
public interface MyDay {

    /** The tasks of today and the eight weeks after it. */
    default Day day(Source source) {
        return day(source, false);
    }

    /** @param own only of participants the user follows up today, as adviser or substitute */
    Day day(Source source, boolean own);

    /** How many tasks there are to do, as {@link Day#counts} says of all of them; for a number beside the menu. */
    int waiting();

    /** Which tasks to list; the counts always cover all of them. */
    enum Source {
        ALL,
        DEADLINES,
        REGISTER
    }

    /** When a task is due. */
    enum When {
        /** today or past the deadline */
        NOW,
        /** to Sunday */
        THIS_WEEK,
        LATER
    }

    /**
     * @param date today in Norway
     * @param sunday last day of this week
     * @param groups one for each {@link When}, in order, also the empty ones
     * @param next the first deadline after today among all tasks; {@code null} when there is none
     * @param counts open tasks that someone must do, per source
     * @param refused the register's refusals, the oldest deadline first; at most {@value #SHOWN_REFUSALS}
     * @param phases number of people per phase
     */
    record Day(
            LocalDate date,
            LocalDate sunday,
            List<Group> groups,
            LocalDate next,
            Map<Source, Integer> counts,
            List<Task> refused,
            RegisterCounts register,
            Map<Phase, Integer> phases) {

        public Day {
            groups = List.copyOf(groups);
            counts = Map.copyOf(counts);
            refused = List.copyOf(refused);
            phases = Map.copyOf(phases);
        }
    }

    /** @param total tasks of the group, of which {@code tasks} holds the first {@value #SHOWN_TASKS} at most */
    record Group(When when, List<Task> tasks, int total) {

        public Group {
            tasks = List.copyOf(tasks);
        }
    }

    /**
     * @param since the date the deadline is counted from; {@code null} when unknown
     * @param subject the programme or the register item; {@code null} when there is none yet
     * @param item what the register item is about, in its own code; {@code null} for other tasks
     * @param refusalCode the register's code, translated by registersync; {@code null} when nothing was refused
     * @param refusalField the field the register complained of; {@code null} when it named none
     * @param byItself the machine goes on trying; not counted
     */
    record Task(
            DeadlineKind kind,
            LocalDate deadline,
            LocalDate since,
            ParticipantId participant,
            String name,
            UUID subject,
            String item,
            String refusalCode,
            String refusalField,
            boolean byItself) {

        @Override
        public String toString() {
            return kind + " " + deadline + " " + participant.value();
        }
    }

    /** @param acceptedLastWeek accepted in the last seven days */
    record RegisterCounts(int pending, int refused, int acceptedLastWeek) {}

    int SHOWN_TASKS = 25;

    int SHOWN_REFUSALS = 8;
}
