package no.innvei.devstack;

/** Fills a running stack with something to look at. Does it through the front door, as a user would, and does nothing when it was done before. */
public interface DemoStep {

    /** @return what was loaded, for the progress line */
    String load(Stack stack);
}
