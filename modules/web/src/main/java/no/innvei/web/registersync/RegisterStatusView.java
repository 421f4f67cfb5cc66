package no.innvei.web.registersync;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.UUID;

/** The panel alone, for a page that looks again; names nobody and opens no case. */
@Named("registerStatusView")
@RequestScoped
public class RegisterStatusView {

    private UUID id;

    public UUID getId() {
        return id;
    }

    public void setId(UUID id) {
        this.id = id;
    }
}
