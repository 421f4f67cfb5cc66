package no.innvei.tenancy.persistence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.HashMap;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import no.innvei.binding.TenantContext;
import no.innvei.binding.TenantContext.Scope;
import no.innvei.testkit.EmbeddedDatabase;
import org.eclipse.persistence.sessions.UnitOfWork;

/** The real repositories over the real database, in transactions of one tenant, without a server. */
public final class Storage implements AutoCloseable {

    private final EntityManagerFactory factory;
    private EntityManager current;
    public final Members members = new Members();
    public final MemberQueries memberQueries = new MemberQueries();
    public final TenantQueries tenantQueries = new TenantQueries();
    public final AccountQueries accountQueries = new AccountQueries();

    public Storage(EmbeddedDatabase database) {
        var settings = new HashMap<String, Object>();
        settings.put("jakarta.persistence.transactionType", "RESOURCE_LOCAL");
        settings.put("jakarta.persistence.jtaDataSource", "");
        settings.put("jakarta.persistence.nonJtaDataSource", database.app());
        settings.put("eclipselink.target-database", "PostgreSQL");
        settings.put("eclipselink.weaving", "false");
        settings.put("eclipselink.logging.level", "WARNING");
        factory = Persistence.createEntityManagerFactory("tenancy", settings);
    }

    /** Runs {@code useCase} in one transaction of the tenant, as the server would. */
    public <T> T in(int tenant, Callable<T> useCase) throws Exception {
        var scope = new Scope(
                tenant, UUID.fromString("0198c0de-0000-7000-8000-00000000000f"), 0, Set.of(), "TENANT_ADMINISTRATOR");
        return TenantContext.call(scope, () -> {
            begin();
            try {
                var result = useCase.call();
                current.getTransaction().commit();
                return result;
            } finally {
                if (current.getTransaction().isActive()) {
                    current.getTransaction().rollback();
                }
                current.close();
            }
        });
    }

    private void begin() {
        current = factory.createEntityManager();
        members.entities = current;
        memberQueries.entities = current;
        tenantQueries.entities = current;
        accountQueries.entities = current;
        current.getTransaction().begin();
        current.unwrap(UnitOfWork.class).beginEarlyTransaction(); // as under JTA: reads belong to the transaction too
    }

    @Override
    public void close() {
        factory.close();
    }
}
