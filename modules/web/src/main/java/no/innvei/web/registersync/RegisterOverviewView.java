package no.innvei.web.registersync;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.innvei.kernel.ParticipantId;
import no.innvei.platform.CurrentScope;
import no.innvei.registersync.api.RegisterStatus;
import no.innvei.registersync.api.RegisterStatus.Counts;
import no.innvei.registersync.api.RegisterStatus.ItemStatus;
import no.innvei.registersync.api.RegistersyncPermissions;
import no.innvei.web.text.Texts;
import no.innvei.worklist.api.ParticipantList;
import no.innvei.worklist.api.ParticipantList.ListOutcome;
import no.innvei.worklist.api.ParticipantList.Query;
import no.innvei.worklist.api.ParticipantList.Sort;
import no.innvei.worklist.api.RegisterState;
import no.innvei.worklist.api.WorklistPermissions;

/** The tenant's page about the register, as {@code #{registerOverviewView.…}}. */
@Named("registerOverviewView")
@RequestScoped
public class RegisterOverviewView {

    private static final int MOST = 100;

    @Inject
    private RegisterStatus status;

    @Inject
    private ParticipantList participants;

    @Inject
    private CurrentScope scope;

    private Counts counts;
    private List<ItemLine> refused = List.of();
    private List<ItemLine> waiting = List.of();

    @PostConstruct
    void read() {
        if (!isAllowed()) {
            return;
        }
        counts = status.counts();
        refused = lines(status.refused(MOST), RegisterState.REFUSED);
        waiting = lines(status.waiting(MOST), RegisterState.PENDING);
    }

    public boolean isAllowed() {
        return scope.holds(RegistersyncPermissions.READ);
    }

    public List<ItemLine> getRefused() {
        return refused;
    }

    public List<ItemLine> getWaiting() {
        return waiting;
    }

    public int getRefusedCount() {
        return counts.refused();
    }

    public String getNumbers() {
        return Texts.of("registersync").get("overview.numbers", counts.refused(), counts.waiting(), counts.accepted());
    }

    public String getRefusedNote() {
        return note(refused.size(), counts.refused());
    }

    public String getWaitingNote() {
        return note(waiting.size(), counts.waiting());
    }

    private static String note(int shown, int all) {
        return shown < all ? Texts.of("registersync").get("overview.some", shown, all) : "";
    }

    private List<ItemLine> lines(List<ItemStatus> items, RegisterState state) {
        if (items.isEmpty()) {
            return List.of();
        }
        var texts = Texts.of("registersync");
        var names = names(state);
        return items.stream()
                .map(item -> new ItemLine(item, names.get(item.participant()), 1, texts))
                .toList();
    }

    /** Names stand in the list of participants; who only looks after the register sees the keys' pages without them. */
    private Map<ParticipantId, String> names(RegisterState state) {
        var names = new HashMap<ParticipantId, String>();
        if (!scope.holds(WorklistPermissions.LIST)) {
            return names;
        }
        var states =
                state == RegisterState.PENDING ? Set.of(RegisterState.PENDING, RegisterState.REFUSED) : Set.of(state);
        switch (participants.list(new Query(null, Set.of(), states, null, Sort.DEADLINE, MOST, null))) {
            case ListOutcome.Found found ->
                found.page().rows().forEach(row -> names.put(row.participant(), row.name()));
            case ListOutcome.CursorRefused refusedCursor ->
                throw new IllegalStateException("the first page has no cursor");
        }
        return names;
    }
}
