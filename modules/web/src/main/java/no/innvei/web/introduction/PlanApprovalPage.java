package no.innvei.web.introduction;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.innvei.introduction.api.IntegrationPlans;
import no.innvei.introduction.api.IntegrationPlans.PlanView;
import no.innvei.introduction.api.PlanOutcome;
import no.innvei.introduction.api.ProgrammeId;
import no.innvei.introduction.api.Programmes;
import no.innvei.kernel.ParticipantId;
import no.innvei.web.page.Messages;
import no.innvei.web.rules.RuleAnswer;

/** {@code /deltakere/{id}/plan/godkjenn}: the draft as it will be approved, and what the checks say of it. */
@Named("planApprovalPage")
@ViewScoped
public class PlanApprovalPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Programmes programmes;

    @Inject
    private IntegrationPlans plans;

    @Inject
    private Person person;

    @Inject
    private Messages messages;

    private UUID id;
    private UUID programme;
    private long draftVersion;

    private transient String name;
    private transient PlanView plan;

    public String open() {
        var opened = id == null ? Optional.<String>empty() : person.open(id);
        if (opened.isEmpty()) {
            return messages.notFound();
        }
        name = opened.get();
        var current = programmes
                .caseOf(new ParticipantId(id))
                .map(Programmes.CaseView::programme)
                .orElse(null);
        if (current == null) {
            return messages.redirect(address());
        }
        programme = current.id().value();
        draftVersion = getPlan().draftVersion();
        return getPlan().hasDraft() ? null : messages.redirect(address());
    }

    public String getName() {
        if (name == null) {
            name = person.again(id).orElse("");
        }
        return name;
    }

    private PlanView getPlan() {
        if (plan == null) {
            plan = plans.find(new ProgrammeId(programme)).orElseThrow();
        }
        return plan;
    }

    public int getNumber() {
        return getPlan().versions().isEmpty()
                ? 1
                : getPlan().versions().getFirst().number() + 1;
    }

    public PlanText getText() {
        return PlanText.of(getPlan().content());
    }

    /** Only what is not met or must be judged. */
    public List<CheckLine> getChecks() {
        return CheckLine.of(getPlan().checks()).stream()
                .filter(line -> !line.answer().equals("ja"))
                .toList();
    }

    public String getDuration() {
        return getPlan().duration() == null
                ? null
                : RuleAnswer.inOneLine(getPlan().duration());
    }

    public String approve() {
        var outcome = plans.approve(new IntegrationPlans.Approve(new ProgrammeId(programme), draftVersion));
        plan = null;
        return switch (outcome) {
            case PlanOutcome.Approved a ->
                messages.done(Words.BUNDLE, "plan.approved", a.number())
                        .redirect(address() + "/versjoner/" + a.number());
            case PlanOutcome.ContentMissing m ->
                messages.stay(
                        Words.BUNDLE,
                        "plan.contentMissing.named",
                        String.join(
                                ", ",
                                m.missing().stream()
                                        .map(kind -> Words.texts().get("check." + kind.name() + ".title"))
                                        .toList()));
            case PlanOutcome.GoalNotAllowed g -> messages.stay(Words.BUNDLE, "plan.goalNotAllowed");
            case PlanOutcome.GoalReasonMissing g ->
                messages.stay(Words.BUNDLE, "plan.goalReasonMissing", Words.of(g.mainGoal()));
            case PlanOutcome.FactsMissing m ->
                messages.stay(Words.BUNDLE, "programme.factsMissing", ProgrammePage.facts(m.facts()));
            case PlanOutcome.NotNow n -> messages.stay(Words.BUNDLE, "plan.notNow", Words.of(n.phase()));
            case PlanOutcome.ChangedMeanwhile c -> messages.stay(Words.BUNDLE, "plan.changedMeanwhile");
            case PlanOutcome.NoDraft n -> messages.redirect(address());
            case PlanOutcome.Saved s -> messages.redirect(address());
            case PlanOutcome.BadElement b ->
                messages.stay(Words.BUNDLE, "plan.problem." + b.problem().name());
            case PlanOutcome.NotFound n -> messages.notFound();
        };
    }

    private String address() {
        return "/deltakere/" + id + "/plan";
    }

    public UUID getId() {
        return id;
    }

    public void setId(UUID id) {
        this.id = id;
    }
}
