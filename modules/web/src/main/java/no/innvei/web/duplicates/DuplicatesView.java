package no.innvei.web.duplicates;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import no.innvei.participant.api.Duplicates;
import no.innvei.participant.api.Duplicates.DuplicateOutcome;
import no.innvei.participant.api.Duplicates.Page;
import no.innvei.participant.api.Duplicates.Pair;
import no.innvei.participant.api.Duplicates.Progress;
import no.innvei.participant.api.Duplicates.State;
import no.innvei.participant.api.Merges;
import no.innvei.participant.api.Merges.MergeOutcome;
import no.innvei.participant.api.Merges.MergeView;
import no.innvei.participant.api.ParticipantPermissions;
import no.innvei.platform.CurrentScope;
import no.innvei.tenancy.api.Colleagues;
import no.innvei.web.page.Messages;
import no.innvei.web.text.NorwegianFormat;

/** The list of those who may be registered twice, of those who are not, and of merges that can be undone. */
@Named("duplicatesView")
@RequestScoped
public class DuplicatesView {

    static final String ADDRESS = "/deltakere/dobbelt";

    private static final int PAGE = 25;

    @Inject
    private Duplicates duplicates;

    @Inject
    private Merges merges;

    @Inject
    private Colleagues colleagues;

    @Inject
    private CurrentScope scope;

    @Inject
    private Messages messages;

    private String shown;
    private String after;
    private Page page;
    private Progress progress;
    private List<MergeView> merged = List.of();
    private Map<UUID, String> names = Map.of();

    public record Tab(String address, String text, boolean current) {}

    /**
     * @param note who decided what and when; {@code null} when nobody has
     * @param proposed a leader has been asked
     */
    public record Line(
            UUID id,
            String one,
            String oneBorn,
            String other,
            String otherBorn,
            String reasons,
            String note,
            boolean proposed) {

        public String getAddress() {
            return ADDRESS + "/" + id;
        }
    }

    public record MergeLine(UUID id, String surviving, String merged, String address, String note) {}

    @PostConstruct
    void read() {
        if (!scope.holds(ParticipantPermissions.DUPLICATES)) {
            return;
        }
        var parameters = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
        shown = Objects.toString(parameters.get("vis"), "");
        after = parameters.get("etter");
        progress = duplicates.progress();
        if (isMerges()) {
            merged = merges.recent();
        } else {
            page = duplicates.pairs(shown.equals("ikke") ? State.DISMISSED : State.OPEN, after, PAGE);
        }
        var users = new HashSet<UUID>();
        merged.forEach(each -> users.add(each.mergedBy()));
        if (page != null) {
            page.pairs().forEach(pair -> users.add(pair.decidedBy()));
        }
        users.remove(null);
        names = users.isEmpty() ? Map.of() : colleagues.names(users);
    }

    /** The page exists for those who handle duplicates. */
    public String open() {
        return isAllowed() ? null : messages.notFound();
    }

    public boolean isAllowed() {
        return progress != null;
    }

    public boolean isMerges() {
        return "sammen".equals(shown) && scope.holds(ParticipantPermissions.MERGE);
    }

    public boolean isDismissed() {
        return "ikke".equals(shown);
    }

    public String getShown() {
        return shown;
    }

    public boolean isLooking() {
        return isAllowed() && !progress.whole();
    }

    public List<Tab> getTabs() {
        var tabs = new ArrayList<Tab>();
        tabs.add(new Tab(ADDRESS, DuplicateWords.text("tab.open"), !isDismissed() && !isMerges()));
        tabs.add(new Tab(ADDRESS + "?vis=ikke", DuplicateWords.text("tab.dismissed"), isDismissed()));
        if (scope.holds(ParticipantPermissions.MERGE)) {
            tabs.add(new Tab(ADDRESS + "?vis=sammen", DuplicateWords.text("tab.merged"), isMerges()));
        }
        return tabs;
    }

    public List<Line> getLines() {
        return page == null ? List.of() : page.pairs().stream().map(this::line).toList();
    }

    private Line line(Pair pair) {
        var note = pair.decidedAt() == null
                ? null
                : DuplicateWords.text(
                        pair.state() == State.DISMISSED ? "note.dismissed" : "note.proposed",
                        who(pair.decidedBy()),
                        NorwegianFormat.dayOf(pair.decidedAt()));
        return new Line(
                pair.id(),
                pair.one().name(),
                NorwegianFormat.date(pair.one().bornOn()),
                pair.other().name(),
                NorwegianFormat.date(pair.other().bornOn()),
                DuplicateWords.reasons(pair.reasons()),
                note,
                pair.proposed());
    }

    private String who(UUID user) {
        return names.getOrDefault(user, DuplicateWords.text("unknownUser"));
    }

    public List<MergeLine> getMerged() {
        return merged.stream()
                .map(each -> new MergeLine(
                        each.id(),
                        each.survivingName(),
                        each.mergedName(),
                        "/deltakere/" + each.surviving().value(),
                        DuplicateWords.text(
                                "note.merged",
                                who(each.mergedBy()),
                                NorwegianFormat.dayOf(each.mergedAt()),
                                NorwegianFormat.dayOf(each.undoUntil()))))
                .toList();
    }

    /** Address of the next page; {@code null} on the last one. */
    public String getNext() {
        return page == null || page.next() == null
                ? null
                : ADDRESS + (isDismissed() ? "?vis=ikke&etter=" : "?etter=") + page.next();
    }

    public boolean isEmptyList() {
        return isMerges() ? merged.isEmpty() : page == null || page.pairs().isEmpty();
    }

    public String getEmptyText() {
        return DuplicateWords.text(
                isMerges()
                        ? "empty.merged"
                        : isDismissed() ? "empty.dismissed" : isLooking() ? "empty.looking" : "empty.open");
    }

    public String reopen(UUID pair) {
        return switch (duplicates.reopen(pair)) {
            case DuplicateOutcome.Recorded r ->
                messages.done(DuplicateWords.BUNDLE, "done.reopened").redirect(ADDRESS + "?vis=ikke");
            case DuplicateOutcome.NotFound n -> messages.notFound();
        };
    }

    public String undo(UUID merge) {
        return switch (merges.undo(merge)) {
            case MergeOutcome.Done done ->
                messages.done(DuplicateWords.BUNDLE, "done.undone")
                        .redirect("/deltakere/" + done.merged().value());
            case MergeOutcome.Refused refused -> {
                refused.obstacles().forEach(each -> messages.stay(DuplicateWords.BUNDLE, "obstacle." + each.code()));
                yield null;
            }
            case MergeOutcome.ChangedMeanwhile c -> messages.stay(DuplicateWords.BUNDLE, "problem.undoneMeanwhile");
            case MergeOutcome.Invalid i -> messages.notFound();
            case MergeOutcome.NotFound n -> messages.notFound();
        };
    }
}
