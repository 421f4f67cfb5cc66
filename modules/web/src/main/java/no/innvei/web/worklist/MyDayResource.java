package no.innvei.web.worklist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import no.innvei.worklist.api.MyDay;
import no.innvei.worklist.api.MyDay.Day;
import no.innvei.worklist.api.MyDay.Group;
import no.innvei.worklist.api.MyDay.Source;
import no.innvei.worklist.api.MyDay.Task;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Min dag for other systems. */
@Path("my-day")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "my-day")
public class MyDayResource {

    @Inject
    private MyDay myDay;

    /** @param people number of people per phase */
    @Schema(name = "MyDay")
    public record DayView(LocalDate date, List<GroupView> groups, RegisterView register, Map<String, Integer> people) {

        static DayView of(Day day) {
            var people = new TreeMap<String, Integer>();
            day.phases().forEach((phase, count) -> people.put(phase.name(), count));
            return new DayView(
                    day.date(),
                    day.groups().stream().map(GroupView::of).toList(),
                    new RegisterView(
                            day.register().pending(),
                            day.register().refused(),
                            day.register().acceptedLastWeek()),
                    people);
        }
    }

    /** @param total open tasks that someone must do, of which the first are listed */
    @Schema(name = "TaskGroup")
    public record GroupView(String when, int total, List<TaskView> tasks) {

        static GroupView of(Group group) {
            return new GroupView(
                    group.when().name(),
                    group.total(),
                    group.tasks().stream().map(TaskView::of).toList());
        }
    }

    /** @param byItself the machine goes on trying; nobody has to do anything */
    @Schema(name = "Task")
    public record TaskView(
            String kind,
            LocalDate deadline,
            LocalDate since,
            UUID participant,
            String name,
            String item,
            String refusalCode,
            String refusalField,
            boolean byItself) {

        static TaskView of(Task task) {
            return new TaskView(
                    task.kind().name(),
                    task.deadline(),
                    task.since(),
                    task.participant().value(),
                    task.name(),
                    task.item(),
                    task.refusalCode(),
                    task.refusalField(),
                    task.byItself());
        }
    }

    @Schema(name = "RegisterCounts")
    public record RegisterView(int pending, int refused, int acceptedLastWeek) {}

    @GET
    @Operation(summary = "Oppgaver og frister i dag og de neste åtte ukene", operationId = "myDay")
    public DayView day() {
        return DayView.of(myDay.day(Source.ALL));
    }
}
