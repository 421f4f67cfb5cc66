package no.innvei.tenancy.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.text.Collator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import no.innvei.platform.Requires;
import no.innvei.tenancy.api.Municipalities;
import no.innvei.tenancy.api.TenancyPermissions;
import no.innvei.tenancy.api.Tenants.Unit;
import no.innvei.tenancy.persistence.TenantQueries;

/** Answers which municipalities there are. Only a migration changes them, so names are read once. */
@ApplicationScoped
@Transactional
@Requires(TenancyPermissions.MUNICIPALITIES)
public class MunicipalityService implements Municipalities {

    private TenantQueries queries;
    private Clock clock;
    private volatile Map<String, String> names;

    protected MunicipalityService() {
        // for the CDI proxy
    }

    @Inject
    public MunicipalityService(TenantQueries queries, Clock clock) {
        this.queries = queries;
        this.clock = clock;
    }

    @Override
    public List<Unit> today() {
        return queries.municipalities(LocalDate.now(clock)).stream()
                .sorted(Comparator.comparing(Unit::name, Collator.getInstance(Locale.of("nb"))))
                .toList();
    }

    @Override
    public Optional<String> name(String number) {
        if (names == null) {
            names = queries.municipalityNames();
        }
        return Optional.ofNullable(names.get(number));
    }
}
