package no.innvei.tenancy.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import no.innvei.platform.Requires;
import no.innvei.tenancy.api.Colleagues;
import no.innvei.tenancy.api.TenancyPermissions;
import no.innvei.tenancy.persistence.ColleagueQuery;

/** Answers who works in the current tenant. */
@ApplicationScoped
@Transactional
@Requires(TenancyPermissions.COLLEAGUES)
public class ColleagueService implements Colleagues {

    private ColleagueQuery query;

    protected ColleagueService() {
        // for the CDI proxy
    }

    @Inject
    public ColleagueService(ColleagueQuery query) {
        this.query = query;
    }

    @Override
    public List<Colleague> advisers(LocalDate day) {
        return query.advisers(day);
    }

    @Override
    public Map<UUID, String> names(Set<UUID> users) {
        return users.isEmpty() ? Map.of() : query.names(users);
    }

    @Override
    public Map<UUID, String> offices() {
        return query.offices();
    }
}
