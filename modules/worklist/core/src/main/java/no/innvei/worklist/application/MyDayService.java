package no.innvei.worklist.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import no.innvei.platform.CurrentScope;
import no.innvei.platform.Requires;
import no.innvei.worklist.api.MyDay;
import no.innvei.worklist.api.WorklistPermissions;
import no.innvei.worklist.domain.DayBoard;
import no.innvei.worklist.domain.Week;
import no.innvei.worklist.persistence.MyDayQueries;

/** Min dag: two statements, whatever there is to do. */
@ApplicationScoped
@Transactional
public class MyDayService implements MyDay {

    private MyDayQueries queries;
    private CurrentScope scope;
    private Clock clock;

    protected MyDayService() {
        // for the CDI proxy
    }

    @Inject
    public MyDayService(MyDayQueries queries, CurrentScope scope, Clock clock) {
        this.queries = queries;
        this.scope = scope;
        this.clock = clock;
    }

    @Override
    @Requires(WorklistPermissions.DAY)
    public Day day(Source source, boolean own) {
        var week = new Week(LocalDate.now(clock));
        var board = new DayBoard(week, queries.tasks(week, SHOWN_TASKS, own ? scope.user() : null));
        var numbers = queries.numbers(week, own ? scope.user() : null);
        return new Day(
                week.today(),
                week.sunday(),
                board.groups(source),
                board.next(),
                board.counts(),
                board.refused(),
                numbers.register(),
                numbers.phases());
    }

    @Override
    @Requires(WorklistPermissions.DAY)
    public int waiting() {
        return queries.waiting(new Week(LocalDate.now(clock)));
    }
}
