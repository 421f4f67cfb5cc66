package no.innvei.web.registersync;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import no.innvei.kernel.ParticipantId;
import no.innvei.platform.CurrentScope;
import no.innvei.registersync.api.ItemState;
import no.innvei.registersync.api.RegisterStatus;
import no.innvei.registersync.api.RegisterStatus.ItemStatus;
import no.innvei.registersync.api.RegistersyncPermissions;
import no.innvei.web.text.Texts;

/** The register's panel on a participant's page, as {@code #{registerPanelView.…}}; read once per request. */
@Named("registerPanelView")
@RequestScoped
public class RegisterPanelView {

    @Inject
    private RegisterStatus status;

    @Inject
    private CurrentScope scope;

    private UUID read;
    private List<ItemStatus> items = List.of();

    public boolean isAllowed() {
        return scope.holds(RegistersyncPermissions.READ);
    }

    public List<ItemLine> lines(UUID participant) {
        return ItemLines.of(items(participant), Texts.of("registersync"));
    }

    /** Whether an answer may come any moment, so that the page looks again. */
    public boolean waiting(UUID participant) {
        return items(participant).stream().anyMatch(item -> item.state() == ItemState.PENDING);
    }

    public String badge(UUID participant) {
        var all = items(participant);
        if (all.stream().anyMatch(item -> item.state() == ItemState.REFUSED)) {
            return "avvist";
        }
        if (all.stream().anyMatch(item -> item.state() == ItemState.PENDING || item.state() == ItemState.NOT_SENT)) {
            return "venter";
        }
        return all.stream().anyMatch(item -> item.state() == ItemState.ACCEPTED) ? "godtatt" : "ikke";
    }

    public String summary(UUID participant) {
        return Texts.of("registersync").get("summary." + badge(participant));
    }

    private List<ItemStatus> items(UUID participant) {
        if (participant != null && !participant.equals(read)) {
            items = isAllowed() ? status.of(new ParticipantId(participant)) : List.of();
            read = participant;
        }
        return items;
    }
}
