package no.innvei.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.concurrent.Callable;

/** A transaction of its own for a piece of a job, which runs outside any; every exception rolls back. */
@ApplicationScoped
public class Transactions {

    @Transactional(value = Transactional.TxType.REQUIRES_NEW, rollbackOn = Exception.class)
    public <T> T call(Callable<T> work) throws Exception {
        return work.call();
    }
}
