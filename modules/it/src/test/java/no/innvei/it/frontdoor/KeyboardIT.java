package no.innvei.it.frontdoor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Everything by the keyboard: nothing on these pages is clicked. The frequent tasks keep the number of steps that ux.md section 3 gives them. */
class KeyboardIT {

    private static final Pattern PARTICIPANT = Pattern.compile(".*/deltakere/[0-9a-f-]{36}");

    private final Api ingrid = Api.as("ingrid");

    @Test
    void from_search_to_an_approved_plan() {
        var person = Persona.named("Selam", "Tastatur");
        IsolationIT.register(ingrid, person);
        try (var desk = Desk.of("ingrid")) {
            var page = desk.page();
            var keys = new Keys(desk);

            open(desk, keys, "tastatur");
            assertTrue(keys.steps() <= 3, "find and open a participant: " + keys.steps());
            var address = page.url();

            keys.again();
            keys.to("#frister ~ * summary, [aria-labelledby=frister] summary");
            keys.press("Enter");
            assertThat(page.locator("[aria-labelledby=frister] details[open] .iv-par")
                            .first())
                    .containsText("§");
            assertTrue(keys.steps() <= 1, "why a deadline is what it is: " + keys.steps());

            keys.again();
            keys.to("main a[href$='/program']");
            keys.pressAndGo("Enter");
            keys.fill("#offerOn", Norwegian.date(Running.today().minusDays(20)));
            keys.pressAndGo("Control+Enter");
            assertThat(page.locator("#confirm")).isVisible();
            keys.pressAndGo("Control+Enter");

            keys.fill("#decidedOn", Norwegian.date(Running.today().minusDays(10)));
            keys.choose("#finalGoal", "WORK");
            keys.fill("#plannedStartOn", Norwegian.date(Running.today().minusDays(7)));
            keys.pressAndGo("Control+Enter");
            assertThat(page.locator("main")).containsText("§ 8");
            keys.pressAndGo("Control+Enter");

            keys.fill("#startedOn", Norwegian.date(Running.today().minusDays(7)));
            keys.pressAndGo("Control+Enter");
            keys.pressAndGo("Control+Enter");
            assertThat(page.locator("main")).containsText("24");

            keys.to("main a[href$='/plan']");
            keys.pressAndGo("Enter");
            assertThat(page).hasURL(address + "/plan");
            keys.fill("#longTermGoal", "Fast arbeid i barnehage.");
            for (var skill : List.of("listening", "reading", "writing", "oral")) {
                keys.choose("#" + skill, "B1");
            }
            addElement(desk, keys, "NORWEGIAN", "22,5");
            addElement(desk, keys, "WORK_PLACEMENT", "15");

            keys.again();
            keys.fill("input[inputmode=decimal]", "20");
            keys.pressAndGo("Control+Enter");
            assertThat(page.locator("[aria-labelledby=kontroll] li").first()).isVisible();
            assertThat(page.locator("tfoot")).containsText("35");
            assertTrue(keys.steps() <= 3, "hours of one element and all checks: " + keys.steps());

            keys.again();
            keys.to("#toApproval");
            keys.pressAndGo("Enter");
            keys.pressAndGo("Control+Enter");
            assertThat(page).hasURL(address + "/plan/versjoner/1");
            assertThat(page.locator("main")).containsText("20");
            assertTrue(keys.steps() <= 5, "from draft to approved plan: " + keys.steps());

            page.navigate(address);
            keys.again();
            keys.to("main a[href$='/program']");
            keys.pressAndGo("Enter");
            keys.fill("#endedOn", Norwegian.date(Running.today().minusDays(1)));
            keys.choose("#endingReason", "WORK_FULL_TIME");
            keys.pressAndGo("Control+Enter");
            keys.pressAndGo("Control+Enter");
            assertThat(page.locator("main")).containsText("Avsluttet");
            assertTrue(keys.steps() <= 5, "end and ending reason: " + keys.steps());
            assertEquals(List.of(), desk.complaints());
        }
    }

    @Test
    void the_search_box_suggests_people_while_one_types_and_an_arrow_chooses() {
        var rahel = IsolationIT.register(ingrid, Persona.named("Rahel", "Forslagsen"));
        IsolationIT.register(ingrid, Persona.named("Selam", "Forslagsen"));
        try (var desk = Desk.of("ingrid")) {
            var page = desk.page();
            var keys = new Keys(desk);
            keys.press("/");
            keys.type("forslags");
            var options = page.locator("#sok-forslag [role=option]");
            assertThat(options).hasCount(2);
            assertThat(page.locator("#sok-status")).containsText("2 treff");
            assertThat(page.locator("#sok")).hasAttribute("aria-expanded", "true");
            desk.assertFit("search-suggestions", 1440, 320);
            page.keyboard().press("Escape");
            assertThat(options).hasCount(0);
            page.locator("#sok").fill("");
            page.locator("#sok").fill("rahel forslags");
            assertThat(options).hasCount(1);
            page.keyboard().press("ArrowDown");
            assertThat(options.first()).hasAttribute("aria-selected", "true");
            keys.pressAndGo("Enter");
            assertTrue(page.url().endsWith("/deltakere/" + rahel), page.url());
            assertEquals(List.of(), desk.complaints());
        }
        try (var bjorn = Desk.of("bjorn")) {
            bjorn.page().locator("#sok").fill("forslagsen");
            assertThat(bjorn.page().locator("#sok-status")).hasText("Ingen treff");
            assertThat(bjorn.page().locator("#sok-forslag [role=option]")).hasCount(0);
        }
    }

    @Test
    void mend_what_the_register_refused() {
        var person = Persona.named("Biniam", "Tastafeil");
        var body = Json.createObjectBuilder(IsolationIT.body(person))
                .remove("identifiers")
                .build();
        assertEquals(201, ingrid.post("/api/v1/participants", body).status());
        try (var desk = Desk.of("ingrid")) {
            var page = desk.page();
            var task = "li.iv-oppgave:has-text('Tastafeil') a[data-rad]";
            Refused.await(desk, task);
            var keys = new Keys(desk);
            keys.to(".iv-oppgave__tittel a[href*='" + hrefOf(desk, task) + "']");
            keys.pressAndGo("Enter");
            assertTrue(keys.on("#nationalId"), "the focus is in the field to be mended");
            keys.fill("#nationalId", person.nationalId());
            keys.pressAndGo("Control+Enter");
            assertThat(page).hasURL(PARTICIPANT);
            assertTrue(keys.steps() <= 3, "mend a refusal: " + keys.steps());
        }
    }

    private static String hrefOf(Desk desk, String task) {
        return desk.page().locator(task).first().getAttribute("href");
    }

    private static void open(Desk desk, Keys keys, String words) {
        keys.press("/");
        keys.type(words);
        keys.pressAndGo("Enter");
        desk.page().waitForURL(PARTICIPANT);
    }

    private static void addElement(Desk desk, Keys keys, String kind, String hours) {
        keys.to("#add");
        keys.pressAndGo("Enter");
        assertTrue(keys.on("#tiltak-skjema"), "the focus is on the form that opened");
        keys.choose("#kind", kind);
        keys.fill("#from", Norwegian.date(Running.today().minusDays(7)));
        keys.fill("#to", Norwegian.date(Running.today().plusMonths(11)));
        keys.fill("#hours", hours);
        keys.fill("#reason", "Styrker norsk og veien til arbeid.");
        keys.to("#saveElement");
        keys.pressAndGo("Enter");
        assertThat(desk.page().locator("#saveElement")).hasCount(0);
    }
}
