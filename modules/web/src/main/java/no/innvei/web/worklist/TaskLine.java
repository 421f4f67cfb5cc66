package no.innvei.web.worklist;

import java.time.LocalDate;
import no.innvei.web.registersync.MendPlace;
import no.innvei.web.text.NorwegianFormat;
import no.innvei.web.text.Texts;
import no.innvei.worklist.api.DeadlineKind;
import no.innvei.worklist.api.MyDay.Task;

/** One task of Min dag in words: what, who, why, by which paragraph, and where to do it. */
public final class TaskLine {

    private final Task task;
    private final Texts texts;

    TaskLine(Task task, Texts texts) {
        this.task = task;
        this.texts = texts;
    }

    public String getTitle() {
        return texts.get("task." + task.kind() + ".title");
    }

    public String getButton() {
        return texts.get("task." + task.kind() + ".button");
    }

    public String getName() {
        return task.name();
    }

    public LocalDate getDeadline() {
        return task.deadline();
    }

    public String getParagraph() {
        return texts.get("paragraph." + task.kind().paragraph());
    }

    /** Why the task is there, in one or two sentences. */
    public String getReason() {
        return switch (task.kind()) {
            case DECIDE_AND_START, START ->
                task.since() == null
                        ? texts.get("task." + task.kind() + ".reason.unknown")
                        : texts.get("task." + task.kind() + ".reason", NorwegianFormat.date(task.since()));
            case RECORD_ENDING, PROGRAMME_ENDS ->
                texts.get(
                        "task." + task.kind() + ".reason",
                        NorwegianFormat.date(
                                task.kind() == DeadlineKind.RECORD_ENDING ? task.since() : task.deadline()));
            case MEND_REFUSAL -> getRefusal();
            case REGISTER_BY -> texts.get("task.REGISTER_BY.reason", item());
        };
    }

    /** What the register did not take and why, in our words; its code only where we have none. */
    public String getRefusal() {
        var key = "refusal." + task.refusalCode();
        var why = texts.has(key) ? texts.get(key) : texts.get("refusal.other", task.refusalCode());
        return texts.get("task.MEND_REFUSAL.reason", item(), why);
    }

    private String item() {
        var key = "item." + task.item();
        return texts.has(key) ? texts.get(key) : texts.get("item.other");
    }

    /** The page where it is done. */
    public String getAddress() {
        var person = getPersonAddress();
        return switch (task.kind()) {
            case DECIDE_AND_START, START, RECORD_ENDING, PROGRAMME_ENDS -> person + "/program";
            case MEND_REFUSAL ->
                MendPlace.address(task.participant(), task.refusalCode(), task.refusalField())
                        .orElse(person + "/register");
            case REGISTER_BY -> person + "/register";
        };
    }

    public String getPersonAddress() {
        return ListState.ADDRESS + "/" + task.participant().value();
    }

    public boolean isByItself() {
        return task.byItself();
    }
}
