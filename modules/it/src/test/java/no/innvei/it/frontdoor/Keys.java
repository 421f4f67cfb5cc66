package no.innvei.it.frontdoor;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;

/**
 * Hands that never touch the mouse. Steps are counted as ux.md section 3 counts them: one key, one field filled or one choice is one step; Tab to the next
 * control belongs to what is done there, but no way may be longer than {@value #LONGEST_WAY}.
 */
final class Keys {

    private static final int LONGEST_WAY = 40;
    private static final String FOCUSED = "selector => document.activeElement.matches(selector)";

    private final Page page;
    private int steps;

    Keys(Desk desk) {
        page = desk.page();
    }

    int steps() {
        return steps;
    }

    /** Forgets what was counted, for the next task. */
    Keys again() {
        steps = 0;
        return this;
    }

    /** One key that does something. */
    void press(String key) {
        steps++;
        page.keyboard().press(key);
    }

    /** Presses a key that leads to another page, and waits until it is there. */
    void pressAndGo(String key) {
        steps++;
        page.evaluate("() => { window.left = true; }");
        page.keyboard().press(key);
        page.waitForFunction("() => !window.left && document.readyState === 'complete'");
    }

    /** Tab until the focus is there; it must be seen where it is. */
    void to(String selector) {
        int way = 0;
        while (!on(selector)) {
            assertTrue(way++ < LONGEST_WAY, "no way by Tab to " + selector + ", the focus is on " + focused());
            page.keyboard().press("Tab");
        }
        assertTrue(
                (Boolean) page.evaluate("() => document.activeElement.matches(':focus-visible')"),
                "the focus does not show on " + selector);
    }

    /** Writes into the field, in place of what stands there. */
    void fill(String selector, String text) {
        to(selector);
        page.keyboard().press("ControlOrMeta+a");
        page.keyboard().type(text);
        steps++;
    }

    /** Chooses in a list with the arrow key. */
    void choose(String selector, String value) {
        to(selector);
        for (int key = 0; !page.locator(selector).inputValue().equals(value); key++) {
            assertTrue(key < LONGEST_WAY, selector + " has no " + value);
            page.keyboard().press("ArrowDown");
        }
        steps++;
    }

    /** Typed letters go where the focus is. */
    void type(String text) {
        page.keyboard().type(text);
        steps++;
    }

    boolean on(String selector) {
        return (Boolean) page.evaluate(FOCUSED, selector);
    }

    private Object focused() {
        return page.evaluate(
                "() => document.activeElement.tagName + ' ' + document.activeElement.id + ' after ' + document.title");
    }
}
