package no.innvei.web.caseload;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import no.innvei.kernel.ParticipantId;
import no.innvei.participant.api.AssignedPart;
import no.innvei.participant.api.Assignment;
import no.innvei.participant.api.AssignmentOutcome;
import no.innvei.participant.api.AssignmentOutcome.Problem;
import no.innvei.participant.api.Caseload;
import no.innvei.participant.api.Caseload.Followup;
import no.innvei.participant.api.ParticipantPermissions;
import no.innvei.platform.CurrentScope;
import no.innvei.tenancy.api.Colleagues;
import no.innvei.web.page.Choice;
import no.innvei.web.page.Messages;
import no.innvei.web.text.NorwegianFormat;
import no.innvei.web.text.Texts;

/** Gives a participant an adviser or a substitute, or takes one away, and shows who had the case before. */
@Named("followupView")
@RequestScoped
public class FollowupView {

    private static final String BUNDLE = "caseload";

    @Inject
    private Caseload caseload;

    @Inject
    private Colleagues colleagues;

    @Inject
    private CurrentScope scope;

    @Inject
    private Clock clock;

    @Inject
    private Messages messages;

    private UUID id;
    private Long version;
    private AssignedPart part = AssignedPart.ADVISER;
    private String holder;
    private LocalDate from;
    private LocalDate to;
    private List<Choice> holders;
    private Followup followup;

    /** A row of the history. */
    public record Line(String part, String name, String office, String days, boolean now) {}

    public String open() {
        if (!read()) {
            return messages.notFound();
        }
        version = followup.version();
        from = LocalDate.now(clock);
        return null;
    }

    private boolean read() {
        if (followup == null && id != null && scope.holds(ParticipantPermissions.ASSIGN)) {
            followup = caseload.of(new ParticipantId(id)).orElse(null);
        }
        return followup != null;
    }

    public String save() {
        var participant = new ParticipantId(id);
        var chosen = Holder.of(holder);
        var outcome = chosen.isPresent()
                ? caseload.assign(
                        participant,
                        version,
                        new Assignment(part, chosen.get().user(), chosen.get().office(), from, to))
                : caseload.end(participant, version, part, from.minusDays(1));
        return switch (outcome) {
            case AssignmentOutcome.Recorded recorded ->
                messages.done(BUNDLE, recorded.changed() ? "followup.done" : "followup.already")
                        .redirect("/deltakere/" + id);
            case AssignmentOutcome.Invalid invalid -> {
                invalid.problems().forEach(this::tell);
                yield null;
            }
            case AssignmentOutcome.ChangedMeanwhile changed -> messages.stay(BUNDLE, "followup.changed");
            case AssignmentOutcome.NotFound n -> messages.notFound();
        };
    }

    private void tell(String field, Problem problem) {
        var at = switch (field) {
            case "user" -> "holder";
            case "to" -> "to";
            default -> "from";
        };
        messages.stayAt(at, BUNDLE, "problem." + problem);
    }

    public List<Line> getHistory() {
        if (!read()) {
            return List.of();
        }
        var texts = Texts.of(BUNDLE);
        var names = HolderNames.of(colleagues, followup.assignments());
        var today = LocalDate.now(clock);
        return followup.assignments().stream()
                .sorted(Comparator.comparing(Assignment::from).reversed())
                .map(each -> new Line(
                        texts.get("part." + each.part()),
                        names.user(each.user()),
                        names.office(each.office()),
                        each.to() == null
                                ? texts.get("days.from", NorwegianFormat.date(each.from()))
                                : texts.get(
                                        "days.between",
                                        NorwegianFormat.date(each.from()),
                                        NorwegianFormat.date(each.to())),
                        each.on(today)))
                .toList();
    }

    public List<Choice> getParts() {
        return Arrays.stream(AssignedPart.values())
                .map(each -> new Choice(
                        each,
                        Texts.of(BUNDLE).get("part." + each),
                        Texts.of(BUNDLE).get("part.help." + each)))
                .toList();
    }

    /** Advisers of today, and nobody. */
    public List<Choice> getHolders() {
        if (holders == null) {
            holders = new ArrayList<>();
            holders.add(Choice.of(Holder.NOBODY, Texts.of(BUNDLE).get("nobody.choice")));
            if (scope.holds(ParticipantPermissions.ASSIGN)) {
                holders.addAll(Holder.choices(colleagues.advisers(LocalDate.now(clock))));
            }
        }
        return holders;
    }

    public UUID getId() {
        return id;
    }

    public void setId(UUID id) {
        this.id = id;
    }

    public Long getVersion() {
        return version;
    }

    public void setVersion(Long version) {
        this.version = version;
    }

    public AssignedPart getPart() {
        return part;
    }

    public void setPart(AssignedPart part) {
        this.part = part;
    }

    public String getHolder() {
        return holder;
    }

    public void setHolder(String holder) {
        this.holder = holder;
    }

    public LocalDate getFrom() {
        return from;
    }

    public void setFrom(LocalDate from) {
        this.from = from;
    }

    public LocalDate getTo() {
        return to;
    }

    public void setTo(LocalDate to) {
        this.to = to;
    }
}
