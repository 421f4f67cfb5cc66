package no.innvei.it.frontdoor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every page in both written forms: accessible, no sideways scroll from 320 to 1440 px, nothing blocked; empty, with long names, and with errors. */
class PagesIT {

    private static final String LONG_NAME = "Maria-Konstantina Wilhelmina Oluwaseun Abiodun Ngozichukwuka";

    @ParameterizedTest
    @CsvSource({"ingrid, nb", "vigdis, nn"})
    void pages_with_people_on_them(String adviser, String form) {
        var person = Persona.named(LONG_NAME, "Papadopoulou-Vandenberghe" + form);
        var participant = IsolationIT.register(Api.as(adviser), person);
        try (var desk = Desk.of(adviser)) {
            for (var page : List.of(
                    "/min-dag",
                    "/deltakere",
                    "/deltakere/ny",
                    "/deltakere/import",
                    "/register",
                    "/deltakere/" + participant,
                    "/deltakere/" + participant + "/rediger",
                    "/deltakere/" + participant + "/opplysninger",
                    "/deltakere/" + participant + "/opplysninger/nummer",
                    "/deltakere/" + participant + "/program",
                    "/deltakere/" + participant + "/plan",
                    "/deltakere/" + participant + "/register")) {
                var answer = desk.page().navigate(Running.stack().address() + page);
                assertEquals(200, answer.status(), page);
                assertEquals(form, desk.page().locator("html").getAttribute("lang"), page);
                assertTrue(
                        desk.page().title().endsWith(" – Innvei"),
                        page + " " + desk.page().title());
                assertFalse(desk.page().title().contains("Papadopoulou"), "no name in a title");
                assertEquals(1, desk.page().locator("h1").count(), page);
                desk.assertFit("page-" + form + page.replace(participant, "id").replace('/', '-'));
            }
        }
    }

    @Test
    void pages_with_nothing_on_them_say_so_and_what_to_do() {
        try (var cathrine = Desk.of("cathrine")) {
            cathrine.assertFit("empty-county");
        }
        try (var berit = Desk.of("berit")) {
            for (var page : List.of("/min-dag", "/deltakere", "/register")) {
                berit.go(page);
                berit.assertFit("few" + page.replace('/', '-'));
            }
            berit.page().keyboard().press("/");
            berit.page().keyboard().type("finsingen");
            berit.page()
                    .waitForResponse(
                            answer -> answer.request().isNavigationRequest() && answer.status() == 200,
                            () -> berit.page().keyboard().press("Enter"));
            assertThat(berit.page().locator("main .iv-tom")).isVisible();
            berit.assertFit("nothing-found");
        }
    }

    @Test
    void a_form_with_errors_says_what_to_do_at_the_field_and_on_top() {
        try (var ingrid = Desk.of("ingrid")) {
            ingrid.go("/deltakere/ny");
            ingrid.page().locator("#givenNames").fill("Elif");
            ingrid.page().locator("#bornOn").fill("tullball");
            ingrid.page().locator("#nationalId").fill("12345678901");
            ingrid.page().locator("#save").click();
            assertThat(ingrid.page().locator("ds-error-summary, .ds-error-summary"))
                    .isVisible();
            assertTrue(ingrid.page().title().startsWith("Feil: "), ingrid.page().title());
            assertThat(ingrid.page().locator("#bornOn")).hasAttribute("aria-invalid", "true");
            assertThat(ingrid.page().locator("#bornOn")).hasValue("tullball");
            ingrid.assertFit("register-errors");
        }
    }

    @Test
    void two_people_on_one_record_and_the_second_is_told_without_losing_a_word() {
        var person = Persona.named("Amira", "Samtidighetsen");
        var participant = IsolationIT.register(Api.as("ingrid"), person);
        try (var ingrid = Desk.of("ingrid");
                var leif = Desk.of("leif")) {
            ingrid.go("/deltakere/" + participant + "/rediger");
            leif.go("/deltakere/" + participant + "/rediger");
            leif.page().locator("#givenNames").fill("Amira Leila");
            leif.page().locator("#save").click();
            leif.page().waitForURL(url -> url.endsWith(participant));

            ingrid.page().locator("#givenNames").fill("Amira Sofie");
            ingrid.page().locator("#save").click();
            assertThat(ingrid.page().locator("main")).containsText("Noen andre har endret deltakeren");
            assertThat(ingrid.page().locator("#givenNames")).hasValue("Amira Sofie");
            ingrid.go("/deltakere/" + participant);
            assertThat(ingrid.page().locator("h1")).containsText("Amira Leila");
        }
    }

    @Test
    void the_written_form_is_the_users_own_choice() {
        try (var ingrid = Desk.of("ingrid")) {
            assertEquals("nb", ingrid.page().locator("html").getAttribute("lang"));
            ingrid.page().locator("button[popovertarget=brukermeny]").click();
            ingrid.page().locator("#brukermeny button[name=malform]").click();
            ingrid.page().waitForFunction("() => document.documentElement.lang === 'nn'");
            ingrid.go("/deltakere");
            assertEquals("nn", ingrid.page().locator("html").getAttribute("lang"));
        }
    }
}
