package no.innvei.introduction.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import no.innvei.introduction.api.IntroductionPermissions;
import no.innvei.introduction.api.NorwegianGoal;
import no.innvei.introduction.api.ProgrammeId;
import no.innvei.introduction.api.RegisterFacts;
import no.innvei.introduction.domain.ApprovedPlan;
import no.innvei.introduction.domain.Programme;
import no.innvei.introduction.persistence.PlanRepository;
import no.innvei.introduction.persistence.ProgrammeRepository;
import no.innvei.platform.Requires;

/** What the register exchange may know, read at the moment a message is built. */
@ApplicationScoped
@Transactional
public class RegisterFactsService implements RegisterFacts {

    private ProgrammeRepository programmes;
    private PlanRepository plans;
    private Clock clock;

    protected RegisterFactsService() {
        // for the CDI proxy
    }

    @Inject
    public RegisterFactsService(ProgrammeRepository programmes, PlanRepository plans, Clock clock) {
        this.programmes = programmes;
        this.plans = plans;
        this.clock = clock;
    }

    @Override
    @Requires(IntroductionPermissions.FACTS)
    public Optional<ProgrammeFacts> programme(ProgrammeId id) {
        return programmes
                .find(id)
                .map(programme -> facts(programme, plans.versions(id).stream().findFirst()));
    }

    private ProgrammeFacts facts(Programme programme, Optional<ApprovedPlan> plan) {
        return new ProgrammeFacts(
                programme.id(),
                programme.participant(),
                programme.category(),
                programme.claimedOn(),
                programme.offerOn(),
                programme.decision(),
                programme.decidedOn(),
                programme.startedOn(),
                programme.lastDay(),
                programme.endedOn(),
                programme.endingReason(),
                programme.finalGoal(),
                programme.goalSetOn(),
                plan.map(ApprovedPlan::norwegianGoal).orElse(NorwegianGoal.NOT_SET),
                plan.map(approved -> LocalDate.ofInstant(approved.approvedAt(), clock.getZone()))
                        .orElse(null),
                plan.map(ApprovedPlan::number).orElse(0),
                programme.version());
    }

    @Override
    @Requires(IntroductionPermissions.FACTS)
    public Optional<ElementFacts> element(ProgrammeId programme, UUID element) {
        return programmes
                .find(programme)
                .flatMap(found -> plans.element(programme, element).map(approved -> {
                    var content = approved.content();
                    return new ElementFacts(
                            element,
                            programme,
                            found.participant(),
                            content.kind(),
                            content.from(),
                            content.to(),
                            content.minutesPerWeek(),
                            content.workOriented(),
                            approved.planNumber() < plans.newestNumber(programme),
                            approved.planNumber());
                }));
    }
}
