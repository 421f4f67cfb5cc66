package no.innvei.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.UUID;
import no.innvei.binding.TenantContext;
import no.innvei.binding.TenantContext.Scope;
import org.junit.jupiter.api.Test;

class RequiresInterceptorTest {

    /** A use case as modules write them. */
    @Requires("trial.thing.read")
    static class UseCase {

        public String read() {
            return "read";
        }

        @Requires("trial.thing.edit")
        public String edit() {
            return "edited";
        }
    }

    /** As the container makes one: the annotation on the method of the parent must still count. */
    static class Intercepted extends UseCase {}

    private final RequiresInterceptor interceptor = new RequiresInterceptor(new BoundScope());

    @Test
    void the_permission_on_the_method_counts_before_the_one_on_the_class() throws Exception {
        assertEquals("read", call("read", Set.of("trial.thing.read")));
        assertEquals("edited", call("edit", Set.of("trial.thing.edit")));
        assertEquals(
                "missing permission trial.thing.edit",
                assertThrows(NotPermitted.class, () -> call("edit", Set.of("trial.thing.read")))
                        .getMessage());
    }

    @Test
    void without_the_permission_nothing_runs() {
        assertThrows(NotPermitted.class, () -> call("read", Set.of()));
    }

    @Test
    void without_a_scope_nothing_runs() {
        assertThrows(IllegalStateException.class, () -> interceptor.check(invocation("read")));
    }

    private Object call(String method, Set<String> permissions) throws Exception {
        return TenantContext.call(
                new Scope(1, new UUID(0, 1), 0, permissions, "TRIAL"), () -> interceptor.check(invocation(method)));
    }

    private static InvocationContext invocation(String name) throws ReflectiveOperationException {
        var target = new Intercepted();
        Method method = UseCase.class.getMethod(name);
        return (InvocationContext) Proxy.newProxyInstance(
                RequiresInterceptorTest.class.getClassLoader(),
                new Class<?>[] {InvocationContext.class},
                (self, called, arguments) -> switch (called.getName()) {
                    case "getMethod" -> method;
                    case "getTarget" -> target;
                    case "proceed" -> method.invoke(target);
                    default -> throw new UnsupportedOperationException(called.getName());
                });
    }
}
