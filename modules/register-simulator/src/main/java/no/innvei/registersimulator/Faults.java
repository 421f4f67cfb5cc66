package no.innvei.registersimulator;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.Random;

/** The faults that are switched on. Nothing is on at the start; the shares are drawn with a seed, so that a run can be repeated. */
final class Faults {

    /** What happens to one request. */
    enum Fate {
        NORMAL,
        /** 503 before any effect */
        UNAVAILABLE,
        /** the effect happens and the connection is cut before the answer */
        DROPPED,
        /** the effect happens and the answer is 500 */
        BROKEN
    }

    /**
     * @param latencyMs added to every answer, after the effect
     * @param unavailablePercent share of messages answered 503 before any effect
     * @param droppedPercent share of messages whose answer is lost after the effect
     * @param brokenPercent share of messages answered 500 after the effect
     * @param outage everything is answered 503
     * @param refuseKind collection whose messages are refused, or {@code null}
     * @param refuseCode code of that refusal
     */
    record Settings(
            int latencyMs,
            int unavailablePercent,
            int droppedPercent,
            int brokenPercent,
            boolean outage,
            String refuseKind,
            String refuseCode,
            long seed) {

        static final Settings NONE = new Settings(0, 0, 0, 0, false, null, null, 1);

        Settings {
            if (latencyMs < 0
                    || unavailablePercent < 0
                    || droppedPercent < 0
                    || brokenPercent < 0
                    || unavailablePercent + droppedPercent + brokenPercent > 100) {
                throw new IllegalArgumentException("shares are 0 to 100 together, latency is not negative");
            }
            if (refuseKind != null && ItemKind.of(refuseKind).isEmpty()) {
                throw new IllegalArgumentException("refuseKind is not a collection");
            }
        }

        static Settings of(JsonObject json) {
            return new Settings(
                    json.getInt("latencyMs", 0),
                    json.getInt("unavailablePercent", 0),
                    json.getInt("droppedPercent", 0),
                    json.getInt("brokenPercent", 0),
                    json.getBoolean("outage", false),
                    json.getString("refuseKind", null),
                    json.getString("refuseCode", "R-214"),
                    json.getInt("seed", 1));
        }

        JsonObject toJson() {
            var json = Json.createObjectBuilder()
                    .add("latencyMs", latencyMs)
                    .add("unavailablePercent", unavailablePercent)
                    .add("droppedPercent", droppedPercent)
                    .add("brokenPercent", brokenPercent)
                    .add("outage", outage)
                    .add("seed", seed);
            if (refuseKind != null) {
                json.add("refuseKind", refuseKind).add("refuseCode", refuseCode);
            }
            return json.build();
        }
    }

    private Settings settings = Settings.NONE;
    private Random random = new Random(Settings.NONE.seed());

    synchronized void set(Settings next) {
        settings = next;
        random = new Random(next.seed());
    }

    synchronized Settings settings() {
        return settings;
    }

    synchronized Fate draw() {
        if (settings.outage()) {
            return Fate.UNAVAILABLE;
        }
        int drawn = random.nextInt(100);
        if (drawn < settings.unavailablePercent()) {
            return Fate.UNAVAILABLE;
        }
        if (drawn < settings.unavailablePercent() + settings.droppedPercent()) {
            return Fate.DROPPED;
        }
        return drawn < settings.unavailablePercent() + settings.droppedPercent() + settings.brokenPercent()
                ? Fate.BROKEN
                : Fate.NORMAL;
    }

    synchronized Optional<Reply.Refused> refusal(ItemKind kind) {
        return kind.collection().equals(settings.refuseKind())
                ? Optional.of(new Reply.Refused(settings.refuseCode(), "item", "Perioden er låst."))
                : Optional.empty();
    }
}
