package no.innvei.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.innvei.platform.Backlog.Size;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** How much waits for delivery, by the module that delivers it. Data only: a register that is away is no reason to take this node out of service. */
@Readiness
@ApplicationScoped
public class BacklogHealth implements HealthCheck {

    private Backlog backlog;
    private Set<String> delivering;

    protected BacklogHealth() {
        // for the CDI proxy
    }

    @Inject
    public BacklogHealth(Backlog backlog, @Any Instance<OutboxHandler> handlers) {
        this(
                backlog,
                handlers.stream()
                        .flatMap(handler -> handler.kinds().stream())
                        .map(kind -> kind.substring(0, kind.indexOf('.')))
                        .collect(Collectors.toSet()));
    }

    /** @param delivering modules that are listed also when nothing of theirs waits */
    BacklogHealth(Backlog backlog, Set<String> delivering) {
        this.backlog = backlog;
        this.delivering = delivering;
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("backlog").up();
        try {
            for (var size : sizes()) {
                answer.withData(size.module() + ".rows", size.rows())
                        .withData(size.module() + ".parkedStreams", size.parkedStreams())
                        .withData(
                                size.module() + ".oldestSeconds", size.oldest().toSeconds());
            }
            return answer.build();
        } catch (StorageException e) {
            return answer.withData("state", e.state()).build();
        }
    }

    List<Size> sizes() {
        var waiting = backlog.sizes();
        var idle = delivering.stream()
                .filter(module ->
                        waiting.stream().noneMatch(size -> size.module().equals(module)))
                .map(module -> new Size(module, 0, 0, Duration.ZERO));
        return Stream.concat(waiting.stream(), idle)
                .sorted(Comparator.comparing(Size::module))
                .toList();
    }
}
