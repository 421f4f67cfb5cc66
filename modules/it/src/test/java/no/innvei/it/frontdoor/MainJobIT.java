package no.innvei.it.frontdoor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The main job: a programme adviser takes in newly settled people from a file, decides on an introduction programme, agrees a plan, and the register
 * has it. In bokmål and in nynorsk, by clicking and typing like anybody.
 */
class MainJobIT {

    private static final Pattern PARTICIPANT = Pattern.compile(".*/deltakere/[0-9a-f-]{36}");

    @ParameterizedTest
    @CsvSource({"ingrid, nb", "vigdis, nn"})
    void from_a_file_to_the_register(String adviser, String form) {
        var rahel = Persona.named("Rahel", "Habte" + form);
        var yonas = Persona.named("Yonas", "Mehari" + form);
        var wrong = Persona.named("Feilført", "Person" + form);
        var file = String.join(
                "\n",
                Persona.header(),
                rahel.row(),
                yonas.row(),
                rahel.row(),
                wrong.row()
                        .replace(
                                wrong.nationalId(),
                                wrong.nationalId().substring(0, 10)
                                        + (wrong.nationalId().charAt(10) == '0' ? '1' : '0')));

        try (var desk = Desk.of(adviser)) {
            assertEquals(form, desk.page().locator("html").getAttribute("lang"));

            upload(desk, file);
            assertThat(desk.page().locator("tbody tr")).hasCount(4);
            assertThat(desk.page().locator("tbody tr .ds-tag[data-color=danger]"))
                    .hasCount(2);
            desk.assertFit("import-preview-" + form);
            desk.go("/deltakere");
            assertThat(desk.page().locator("main")).not().containsText(rahel.family());

            upload(desk, file);
            desk.page().locator("#confirm").click();
            assertThat(desk.page().locator("dl.iv-fakta dd").first()).hasText("2");
            desk.assertFit("import-receipt-" + form);

            upload(desk, file);
            assertThat(desk.page().locator("#confirm")).hasCount(0);
            desk.picture("import-again-" + form);

            desk.go("/deltakere");
            assertThat(desk.page().locator("main table")).containsText(yonas.family());
            desk.assertFit("list-" + form);

            openBySearching(desk, rahel.family() + " rah");
            assertThat(desk.page().locator("h1")).containsText("Rahel");
            assertThat(desk.page().locator("body")).not().containsText(rahel.nationalId());
            desk.assertFit("participant-new-" + form);
            var address = desk.page().url();

            offer(desk, address);
            decide(desk);
            desk.assertFit("programme-decided-" + form);
            start(desk);
            desk.picture("programme-started-" + form);

            plan(desk, address, form);

            accepted(desk, address);
            desk.assertFit("participant-accepted-" + form);
            compare(desk, address, form);

            openBySearching(desk, rahel.nationalId());
            assertEquals(address, desk.page().url());
            assertEquals(List.of(), desk.complaints());
        }
    }

    private static void upload(Desk desk, String file) {
        desk.go("/deltakere/import");
        desk.page()
                .locator("#file")
                .setInputFiles(new FilePayload("nye.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)));
        desk.page().locator("#read").click();
        assertThat(desk.page().locator("main table")).isVisible();
    }

    /** The keyboard only: slash, some letters or the whole number, Enter; the only hit opens. */
    private static void openBySearching(Desk desk, String words) {
        desk.go("/min-dag");
        desk.page().keyboard().press("/");
        desk.page().keyboard().type(words);
        desk.page().keyboard().press("Enter");
        desk.page().waitForURL(PARTICIPANT);
    }

    private static void offer(Desk desk, String address) {
        desk.page().navigate(address + "/program");
        desk.page().locator("#offerOn").fill(Norwegian.date(Running.today().minusDays(20)));
        desk.page().locator("#reviewOffer").click();
        desk.page().locator("#confirm").click();
    }

    private static void decide(Desk desk) {
        desk.page().locator("[name$=decision]").first().check();
        desk.page().locator("#decidedOn").fill(Norwegian.date(Running.today().minusDays(10)));
        desk.page().locator("#finalGoal").selectOption("WORK");
        desk.page()
                .locator("#plannedStartOn")
                .fill(Norwegian.date(Running.today().minusDays(7)));
        desk.page().locator("#reviewDecision").click();
        assertThat(desk.page().locator("main")).containsText("§ 8");
        desk.page().locator("#confirm").click();
    }

    private static void start(Desk desk) {
        desk.page().locator("#startedOn").fill(Norwegian.date(Running.today().minusDays(7)));
        desk.page().locator("#reviewStart").click();
        desk.page().locator("#confirm").click();
        assertThat(desk.page().locator("main")).containsText("24");
    }

    private static void plan(Desk desk, String address, String form) {
        desk.page().navigate(address + "/plan");
        for (var skill : List.of("listening", "reading", "writing", "oral")) {
            desk.page().locator("#" + skill).selectOption("B1");
        }
        desk.page().locator("#longTermGoal").fill("Fast arbeid i barnehage.");
        addElement(desk, "NORWEGIAN", "22,5");
        addElement(desk, "WORK_PLACEMENT", "15");
        desk.assertFit("plan-draft-" + form);
        desk.page().locator("#toApproval").click();
        desk.assertFit("plan-approval-" + form);
        desk.page().locator("#approve").click();
        desk.page().waitForURL(address + "/plan/versjoner/1");
        assertThat(desk.page().locator("main")).containsText("22,5");
        desk.assertFit("plan-version-" + form);
    }

    /** A draft beside the approved plan, and what it changes. */
    private static void compare(Desk desk, String address, String form) {
        desk.page().navigate(address + "/plan");
        desk.page().locator("#longTermGoal").fill("Fast arbeid i barnehage, og fagbrev.");
        addElement(desk, "DIGITAL_SKILLS", "2");
        desk.page().locator("a[href$='/plan/sammenlign']").click();
        assertThat(desk.page().locator("main")).containsText(form.equals("nn") ? "2 skilnader" : "2 forskjeller");
        assertThat(desk.page().locator("main ins").first()).containsText("fagbrev");
        assertThat(desk.page().locator("main .ds-tag[data-color=success]")).hasText("Nytt");
        assertThat(desk.page().locator("[aria-labelledby=vedtak] .iv-fet")).containsText("vedtak");
        desk.assertFit("plan-comparison-" + form, 1440, 320);
        desk.page().navigate(address + "/plan/sammenlign?fra=1&til=1");
        assertThat(desk.page().locator("main .iv-tom")).isVisible();
    }

    private static void addElement(Desk desk, String kind, String hours) {
        Page page = desk.page();
        page.locator("#add").click();
        page.locator("#kind").selectOption(kind);
        page.locator("#from").fill(Norwegian.date(Running.today().minusDays(7)));
        page.locator("#to").fill(Norwegian.date(Running.today().plusMonths(11)));
        page.locator("#hours").fill(hours);
        page.locator("#reason").fill("Styrker norsk og veien til arbeid.");
        page.locator("#saveElement").click();
        assertThat(page.locator("#saveElement")).hasCount(0);
    }

    /** The register answers within seconds; the page is looked at again until every item has its receipt. */
    private static void accepted(Desk desk, String address) {
        var deadline = System.nanoTime() + 30_000_000_000L;
        while (true) {
            desk.page().navigate(address);
            var states = desk.page().locator("aside .iv-reg[data-reg], main table .iv-reg[data-reg]");
            var waiting = desk.page()
                    .locator("main table .iv-reg:not([data-reg=godtatt])")
                    .count();
            if (states.count() >= 6 && waiting == 0) {
                return;
            }
            if (System.nanoTime() > deadline) {
                desk.picture("register-not-accepted");
                assertThat(desk.page().locator("main table .iv-reg[data-reg=godtatt]"))
                        .hasCount(states.count(), new LocatorAssertions.HasCountOptions().setTimeout(1));
                return;
            }
            desk.page().waitForTimeout(500);
        }
    }
}
