package no.innvei.introduction.api;

/** Norwegian goal (norskmål) for each skill, integreringsloven § 31 and integreringsforskriften §§ 27–28; {@code null} = not set yet. */
public record NorwegianGoal(CefrLevel listening, CefrLevel reading, CefrLevel writing, CefrLevel oral) {

    public static final NorwegianGoal NOT_SET = new NorwegianGoal(null, null, null, null);

    public boolean complete() {
        return listening != null && reading != null && writing != null && oral != null;
    }
}
