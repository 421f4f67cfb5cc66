package no.innvei.participant.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import no.innvei.participant.persistence.ImportRepository;
import no.innvei.platform.Chore;

/** Previews of imports that nobody looks at again, in tenants that do not import another file either. */
@ApplicationScoped
public class ExpiredPreviews implements Chore {

    /** A batch of a file has up to 5 000 lines. */
    private static final int FILES = 5;

    private ImportRepository imports;

    protected ExpiredPreviews() {
        // for the CDI proxy
    }

    @Inject
    public ExpiredPreviews(ImportRepository imports) {
        this.imports = imports;
    }

    @Override
    public String name() {
        return "import previews";
    }

    @Override
    public int deleteBatch(Instant now) {
        return imports.forgetExpired(now, FILES);
    }
}
