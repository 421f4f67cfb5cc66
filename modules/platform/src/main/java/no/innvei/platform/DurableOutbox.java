package no.innvei.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** The outbox as rows of {@code platform.outbox}, in the caller's transaction. */
@ApplicationScoped
public class DurableOutbox implements Outbox {

    private static final Pattern KIND = Pattern.compile("[a-z-]+\\.[a-z-]+\\.v[0-9]+");
    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9._:-]{0,100}");
    private static final Pattern IDENTITY_NUMBER = Pattern.compile("[0-9]{11,12}");

    /** What many people at once leave to deliver waits until the rest of them is written: an import is not slowed down by its own consequences. */
    private static final Duration BULK_WAITS = Duration.ofSeconds(15);

    private OutboxRows rows;
    private CurrentScope scope;
    private Clock clock;
    private Consumer<StreamKey> appended;

    protected DurableOutbox() {
        // for the CDI proxy
    }

    @Inject
    public DurableOutbox(
            DataSources sources, CurrentScope scope, Clock clock, WokenStreams woken, Event<StreamKey> wake) {
        this(sources.app(), scope, clock, key -> {
            if (woken.first(key)) {
                wake.fire(key);
            }
        });
    }

    DurableOutbox(DataSource source, CurrentScope scope, Clock clock, Consumer<StreamKey> appended) {
        this.rows = new OutboxRows(new Sql(source));
        this.scope = scope;
        this.clock = clock;
        this.appended = appended;
    }

    @Override
    public void append(UUID stream, String kind, Map<String, String> ids) {
        append(kind, Map.of(stream, ids));
    }

    @Override
    public void append(String kind, Map<UUID, Map<String, String>> idsByStream) {
        if (!KIND.matcher(kind).matches()) {
            throw new IllegalArgumentException("not a kind of outbox row: " + kind);
        }
        idsByStream
                .values()
                .forEach(ids -> ids.forEach((name, value) -> {
                    if (!VALUE.matcher(value).matches()
                            || IDENTITY_NUMBER.matcher(value).matches()) {
                        throw new IllegalArgumentException("outbox value " + name + " is not an id, version or code");
                    }
                }));
        boolean bulk = idsByStream.size() > WokenStreams.MOST;
        rows.append(kind, idsByStream, bulk ? BULK_WAITS : Duration.ZERO, clock.instant());
        if (!bulk) {
            idsByStream.keySet().forEach(stream -> appended.accept(new StreamKey(scope.tenant(), stream)));
        }
    }
}
