package no.innvei.it.frontdoor;

/** Waits for a refusal of the register to arrive on *Min dag*. */
final class Refused {

    private static final long PATIENCE = 30_000_000_000L;

    /** Looks at the page again until {@code selector} is on it. */
    static void await(Desk desk, String selector) {
        long end = System.nanoTime() + PATIENCE;
        desk.go("/min-dag");
        while (desk.page().locator(selector).count() == 0) {
            if (System.nanoTime() > end) {
                desk.picture("no-refusal");
                throw new AssertionError("no refusal within 30 s: " + selector);
            }
            desk.page().waitForTimeout(300);
            desk.page().reload();
        }
    }

    private Refused() {}
}
