package no.innvei.web.caseload;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import no.innvei.kernel.ParticipantId;
import no.innvei.participant.api.AssignedPart;
import no.innvei.participant.api.Assignment;
import no.innvei.participant.api.Caseload;
import no.innvei.participant.api.Caseload.Followup;
import no.innvei.participant.api.ParticipantPermissions;
import no.innvei.platform.CurrentScope;
import no.innvei.tenancy.api.Colleagues;
import no.innvei.web.text.NorwegianFormat;
import no.innvei.web.text.Texts;

/** Adviser and substitute on a participant's page, as {@code #{followupPanelView.…}}; read once per request. */
@Named("followupPanelView")
@RequestScoped
public class FollowupPanelView {

    @Inject
    private Caseload caseload;

    @Inject
    private Colleagues colleagues;

    @Inject
    private CurrentScope scope;

    @Inject
    private Clock clock;

    private UUID read;
    private List<Line> lines = List.of();

    /** @param note office and days; empty where nobody has the part */
    public record Line(String label, String value, String note) {}

    public boolean isEditable() {
        return scope.holds(ParticipantPermissions.ASSIGN);
    }

    public List<Line> lines(UUID participant) {
        if (participant != null && !participant.equals(read)) {
            lines = caseload.of(new ParticipantId(participant)).map(this::lines).orElse(List.of());
            read = participant;
        }
        return lines;
    }

    private List<Line> lines(Followup followup) {
        var texts = Texts.of("caseload");
        var names = HolderNames.of(colleagues, followup.assignments());
        var today = LocalDate.now(clock);
        return Arrays.stream(AssignedPart.values())
                .map(part -> followup.on(part, today)
                        .map(now ->
                                new Line(texts.get("part." + part), names.user(now.user()), note(now, names, texts)))
                        .orElseGet(() -> new Line(
                                texts.get("part." + part),
                                texts.get("nobody." + part),
                                coming(followup, part, today, names, texts))))
                .toList();
    }

    private static String note(Assignment now, HolderNames names, Texts texts) {
        return now.to() == null
                ? texts.get("panel.since", names.office(now.office()), NorwegianFormat.date(now.from()))
                : texts.get(
                        "panel.period",
                        names.office(now.office()),
                        NorwegianFormat.date(now.from()),
                        NorwegianFormat.date(now.to()));
    }

    private static String coming(
            Followup followup, AssignedPart part, LocalDate today, HolderNames names, Texts texts) {
        return followup.assignments().stream()
                .filter(each -> each.part() == part && each.from().isAfter(today))
                .findFirst()
                .map(next -> texts.get("panel.from", names.user(next.user()), NorwegianFormat.date(next.from())))
                .orElse("");
    }
}
