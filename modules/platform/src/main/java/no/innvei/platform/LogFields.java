package no.innvei.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Gives Open Liberty's JSON log records the fields {@code ext_requestId} and {@code ext_tenant}. The server's interface for this is reached by name,
 * because the application is compiled against the standards only; on another server the fields are missing and nothing else.
 */
@ApplicationScoped
public class LogFields {

    private static final Logger LOG = System.getLogger(LogFields.class.getName());
    private static final String CONTEXT = "com.ibm.websphere.logging.hpel.LogRecordContext";

    /** The server keeps weak references only. */
    private final List<Object> registered = new ArrayList<>();

    void register(@Observes @Initialized(ApplicationScoped.class) Object start) {
        if (!registered.isEmpty()) {
            return;
        }
        try {
            var context = Class.forName(CONTEXT);
            var extension = Class.forName(CONTEXT + "$Extension");
            register(context, extension, "requestId", RequestContext::requestId);
            register(context, extension, "tenant", RequestContext::tenant);
        } catch (ReflectiveOperationException e) {
            LOG.log(
                    Level.INFO,
                    "This server has no log record context; requestId and tenant are not in the log records.");
        }
    }

    private void register(Class<?> context, Class<?> extension, String field, Supplier<String> value)
            throws ReflectiveOperationException {
        var reader = Proxy.newProxyInstance(
                LogFields.class.getClassLoader(),
                new Class<?>[] {extension},
                (self, method, arguments) -> switch (method.getName()) {
                    case "getValue" -> value.get();
                    case "hashCode" -> System.identityHashCode(self);
                    case "equals" -> self == arguments[0];
                    default -> field;
                });
        context.getMethod("registerExtension", String.class, extension).invoke(null, field, reader);
        registered.add(reader);
    }
}
