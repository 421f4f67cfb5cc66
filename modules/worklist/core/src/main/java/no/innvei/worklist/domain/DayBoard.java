package no.innvei.worklist.domain;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.innvei.worklist.api.DeadlineKind;
import no.innvei.worklist.api.MyDay;
import no.innvei.worklist.api.MyDay.Group;
import no.innvei.worklist.api.MyDay.Source;
import no.innvei.worklist.api.MyDay.Task;
import no.innvei.worklist.api.MyDay.When;

/**
 * Tasks laid out for Min dag.
 *
 * @param lines tasks of all sources, soonest first; of a large group only the first ones, each with the group's total
 */
public record DayBoard(Week week, List<Line> lines) {

    /** @param groupTotal open tasks of the same group and the same side (register or not) that someone must do */
    public record Line(Task task, int groupTotal) {}

    public DayBoard {
        lines = List.copyOf(lines);
    }

    public List<Group> groups(Source source) {
        return Arrays.stream(When.values())
                .map(when -> new Group(
                        when,
                        in(when, source)
                                .map(Line::task)
                                .limit(MyDay.SHOWN_TASKS)
                                .toList(),
                        total(when, source)))
                .toList();
    }

    /** The first deadline after today; {@code null} when there is none. */
    public LocalDate next() {
        return lines.stream()
                .map(line -> line.task().deadline())
                .filter(week.today()::isBefore)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    public Map<Source, Integer> counts() {
        return Arrays.stream(Source.values())
                .collect(Collectors.toMap(
                        source -> source,
                        source -> Arrays.stream(When.values())
                                .mapToInt(when -> total(when, source))
                                .sum()));
    }

    public List<Task> refused() {
        return lines.stream()
                .map(Line::task)
                .filter(task -> task.kind() == DeadlineKind.MEND_REFUSAL)
                .limit(MyDay.SHOWN_REFUSALS)
                .toList();
    }

    private Stream<Line> in(When when, Source source) {
        return lines.stream()
                .filter(line -> week.of(line.task().deadline()) == when)
                .filter(line -> switch (source) {
                    case ALL -> true;
                    case DEADLINES -> !line.task().kind().fromRegister();
                    case REGISTER -> line.task().kind().fromRegister();
                });
    }

    private int total(When when, Source source) {
        return switch (source) {
            case ALL -> total(when, Source.DEADLINES) + total(when, Source.REGISTER);
            case DEADLINES, REGISTER ->
                in(when, source).findFirst().map(Line::groupTotal).orElse(0);
        };
    }
}
