package no.innvei.web.registersync;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import no.innvei.platform.CurrentScope;
import no.innvei.registersync.api.RegisterStatus;
import no.innvei.registersync.api.RegistersyncPermissions;
import no.innvei.web.shell.MenuCount;
import no.innvei.web.text.Texts;

/** The number of refusals beside Registeret in the menu. */
@ApplicationScoped
public class RefusedCount implements MenuCount {

    @Inject
    private RegisterStatus status;

    @Inject
    private CurrentScope scope;

    @Override
    public String address() {
        return "/register";
    }

    @Override
    public int waiting() {
        return scope.holds(RegistersyncPermissions.READ) ? status.counts().refused() : 0;
    }

    @Override
    public String meaning() {
        return Texts.of("registersync").get("menu.refused");
    }

    @Override
    public boolean urgent() {
        return true;
    }
}
