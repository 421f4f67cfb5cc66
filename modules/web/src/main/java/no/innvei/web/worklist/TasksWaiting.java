package no.innvei.web.worklist;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import no.innvei.platform.CurrentScope;
import no.innvei.web.shell.MenuCount;
import no.innvei.web.text.Texts;
import no.innvei.worklist.api.MyDay;
import no.innvei.worklist.api.WorklistPermissions;

/** The number beside Min dag in the menu. */
@RequestScoped
public class TasksWaiting implements MenuCount {

    @Inject
    private MyDay myDay;

    @Inject
    private CurrentScope scope;

    @Override
    public String address() {
        return MyDayView.ADDRESS;
    }

    @Override
    public int waiting() {
        return scope.holds(WorklistPermissions.DAY) ? myDay.waiting() : 0;
    }

    @Override
    public String meaning() {
        return Texts.of("worklist").get("day.count.meaning");
    }

    @Override
    public boolean urgent() {
        return false;
    }
}
