package no.innvei.tenancy.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import no.innvei.platform.CurrentScope;
import no.innvei.platform.Requires;
import no.innvei.tenancy.api.OwnNumber;
import no.innvei.tenancy.persistence.OwnNumberQuery;

/** Answers which number the current tenant has today. */
@ApplicationScoped
@Transactional
public class OwnNumberService implements OwnNumber {

    private OwnNumberQuery query;
    private CurrentScope scope;
    private Clock clock;

    protected OwnNumberService() {
        // for the CDI proxy
    }

    @Inject
    public OwnNumberService(OwnNumberQuery query, CurrentScope scope, Clock clock) {
        this.query = query;
        this.scope = scope;
        this.clock = clock;
    }

    @Override
    @Requires(OwnNumber.PERMISSION)
    public Optional<String> today() {
        return query.number(scope.tenant(), LocalDate.now(clock));
    }
}
