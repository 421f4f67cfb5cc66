package no.innvei.web.introduction;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.innvei.introduction.api.IntegrationPlans;
import no.innvei.introduction.api.IntegrationPlans.PlanVersion;
import no.innvei.introduction.api.Programmes;
import no.innvei.kernel.ParticipantId;
import no.innvei.web.page.Messages;
import no.innvei.web.rules.RuleAnswer;
import no.innvei.web.rules.RuleWords;
import no.innvei.web.text.NorwegianFormat;

/** {@code /deltakere/{id}/plan/versjoner/{n}}: an approved plan as it was approved. */
@Named("planVersionPage")
@RequestScoped
public class PlanVersionPage {

    @Inject
    private Programmes programmes;

    @Inject
    private IntegrationPlans plans;

    @Inject
    private Person person;

    @Inject
    private Messages messages;

    private UUID id;
    private Integer number;
    private String name;
    private PlanVersion version;

    public String open() {
        var opened = id == null || number == null ? Optional.<String>empty() : person.open(id);
        if (opened.isEmpty()) {
            return messages.notFound();
        }
        name = opened.get();
        version = programmes.ofParticipant(new ParticipantId(id)).stream()
                .findFirst()
                .flatMap(newest -> plans.version(newest.id(), number))
                .orElse(null);
        return version == null ? messages.notFound() : null;
    }

    public String getName() {
        return name;
    }

    public PlanText getText() {
        return PlanText.of(version.content());
    }

    public String getApproved() {
        return Words.texts()
                .get(
                        "plan.version.approved",
                        NorwegianFormat.date(NorwegianFormat.dayOf(version.approvedAt())),
                        NorwegianFormat.time(version.approvedAt()));
    }

    public String getProgrammeTime() {
        return version.lastDay() == null
                ? null
                : Words.texts().get("plan.version.time", version.maximumMonths(), version.lastDay());
    }

    public List<ProgrammePage.Told> getRules() {
        return version.evaluations().stream()
                .map(evaluation -> new ProgrammePage.Told(
                        RuleWords.name(evaluation.rule()), RuleAnswer.inOneLine(evaluation), evaluation))
                .toList();
    }

    public UUID getId() {
        return id;
    }

    public void setId(UUID id) {
        this.id = id;
    }

    public Integer getNumber() {
        return number;
    }

    public void setNumber(Integer number) {
        this.number = number;
    }
}
