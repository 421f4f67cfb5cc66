package no.innvei.devstack;

/** Fills the database with many people before the servers start. Does nothing when it was done before. */
public interface VolumeStep {

    /** @return what was loaded, for the progress line */
    String load(Stack stack, Options.Volume volume);
}
