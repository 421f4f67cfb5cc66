package no.innvei.platform;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Refuses a use case whose permission the caller does not hold. An annotation on the method counts before one on the class. */
@Interceptor
@Requires("")
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class RequiresInterceptor {

    private final CurrentScope scope;

    @Inject
    public RequiresInterceptor(CurrentScope scope) {
        this.scope = scope;
    }

    @AroundInvoke
    Object check(InvocationContext call) throws Exception {
        var permission = permission(call);
        if (!scope.holds(permission)) {
            throw new NotPermitted(permission);
        }
        return call.proceed();
    }

    private static String permission(InvocationContext call) {
        var onMethod = call.getMethod().getAnnotation(Requires.class);
        if (onMethod != null) {
            return onMethod.value();
        }
        for (Class<?> type = call.getTarget().getClass(); type != null; type = type.getSuperclass()) {
            var onType = type.getAnnotation(Requires.class);
            if (onType != null) {
                return onType.value();
            }
        }
        throw new IllegalStateException("no permission declared on " + call.getMethod());
    }
}
