package no.innvei.it.frontdoor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One person at one browser window: logs in through Keycloak like anybody, then goes where she likes. */
final class Desk implements AutoCloseable {

    private static Playwright playwright;
    private static Browser browser;

    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    private Desk(int width, int height) {
        context = browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, height)
                        .setLocale("nb-NO"));
        context.setDefaultTimeout(15_000);
        page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
    }

    /** Opens the front page as this demo user; a user in two tenants chooses {@code tenant}. */
    static Desk of(String username) {
        return of(username, null);
    }

    static Desk of(String username, String tenant) {
        var desk = new Desk(1440, 900);
        desk.page.navigate(Running.stack().address() + "/min-dag");
        desk.logIn(username, tenant);
        return desk;
    }

    /** A window that nobody has logged in at. */
    static Desk empty() {
        return new Desk(1440, 900);
    }

    void logIn(String username, String tenant) {
        page.locator("#username").fill(username);
        page.locator("#kc-login").click();
        if (tenant != null) {
            page.locator("[data-kc-org='" + tenant + "'], a:has-text('" + tenant + "'), button:has-text('" + tenant
                            + "')")
                    .first()
                    .click();
        }
        page.locator("#password").fill(Running.stack().tenants().password());
        page.locator("#kc-login").click();
        page.waitForURL(url -> url.startsWith(Running.stack().address().toString()));
    }

    Page page() {
        return page;
    }

    Page go(String path) {
        page.navigate(Running.stack().address() + path);
        return page;
    }

    /** No accessibility violation, no sideways scroll at any width, nothing on the console (a blocked script or style shows there). */
    void assertFit(String name) {
        assertFit(name, 1440, 960, 390, 320);
    }

    /** As {@link #assertFit(String)}, at these widths. */
    void assertFit(String name, int... widths) {
        for (int width : widths) {
            page.setViewportSize(width, 900);
            var violations = new AxeBuilder(page)
                    .setLegacyMode(true)
                    .options(violationsOnly())
                    .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                    .analyze()
                    .getViolations();
            var found = violations.stream()
                    .map(v -> v.getId() + " "
                            + v.getNodes().stream()
                                    .map(n -> String.valueOf(n.getTarget()))
                                    .toList())
                    .toList();
            picture(name + "-" + width);
            assertEquals(List.of(), found, name + " at " + width + " px");
            var overflow = ((Number) page.evaluate(
                            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                    .intValue();
            assertEquals(0, overflow, name + " scrolls sideways at " + width + " px");
        }
        page.setViewportSize(1440, 900);
        assertEquals(List.of(), complaints, name + " on the console");
    }

    /** Our pages have no frames, so axe needs no second page to collect what it found; and what passed is not described. */
    private static AxeRunOptions violationsOnly() {
        var options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return options;
    }

    void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of(System.getProperty("innvei.screenshots"), name + ".png")));
    }

    List<String> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        context.close();
    }

    private static synchronized Browser browser() {
        if (browser == null) {
            playwright = Playwright.create();
            PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
            browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(chromium())
                            .setArgs(List.of(
                                    "--no-sandbox",
                                    "--disable-background-networking",
                                    "--disable-component-update",
                                    "--disable-sync",
                                    "--no-first-run")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        }
        return browser;
    }

    private static Path chromium() {
        for (var candidate : List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")) {
            if (Path.of(candidate).toFile().canExecute()) {
                return Path.of(candidate);
            }
        }
        throw new AssertionError("These tests need Chromium. Install the package chromium.");
    }
}
