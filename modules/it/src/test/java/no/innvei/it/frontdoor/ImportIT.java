package no.innvei.it.frontdoor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file of the municipality's own making, from the first reading to the undoing. */
class ImportIT {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final List<String> OWN_HEADINGS =
            List.of("Kalles", "Slektas navn", "Kom til verden", "Nummer", "Mål", "Nivå på skole", "Skjema");
    private static final List<String> MEANINGS =
            List.of("GIVEN_NAMES", "FAMILY_NAME", "BORN_ON", "NATIONAL_ID", "WRITTEN_FORM", "EDUCATION");
    private static final int MANY = 1500;

    @Test
    void every_kind_of_row_is_shown_decided_told_and_undone() throws Exception {
        var ingrid = Api.as("ingrid");
        var newcomer = Persona.named("Søren", "Filåsen");
        var updated = Persona.named("Hiwet", "Filåsen");
        var same = Persona.named("Marte", "Filåsen");
        var contradicted = Persona.named("Tomasz", "Filåsen");
        var wrong = Persona.named("Nadia", "Filåsen");
        var hidden = Persona.named("Skjult", "Filåsen");
        IsolationIT.register(ingrid, updated);
        IsolationIT.register(ingrid, same);
        var stated = IsolationIT.register(ingrid, contradicted);
        protect(IsolationIT.register(ingrid, hidden));
        var rows = List.of(
                row(newcomer, newcomer.nationalId(), "bokmål", "grunnskole"),
                row(updated, updated.nationalId(), "nynorsk", ""),
                row(same, same.nationalId(), "", "grunnskole"),
                row(contradicted, contradicted.nationalId(), "", "videregående"),
                row(wrong, otherLastDigit(wrong), "", ""),
                row(hidden, hidden.nationalId(), "", "videregående"));
        var expected = List.of("Ny", "Endres", "Uendret", "I strid", "Feil", "Til leder");

        try (var desk = Desk.of("ingrid")) {
            upload(desk, "egen.csv", csv(rows).getBytes(WINDOWS_1252));
            chooseColumns(desk, "nb");
            var lines = desk.page().locator("main tbody tr");
            assertThat(lines.locator(".ds-tag")).hasText(expected.toArray(String[]::new));
            assertThat(lines.nth(0)).containsText("Søren Filåsen");
            assertThat(lines.nth(3)).containsText("(F5)");
            assertThat(lines.nth(4)).containsText("Fødselsnummer (D6)");
            assertThat(lines.nth(5).locator("input")).hasCount(0);
            assertThat(lines.nth(5)).not().containsText("videregående");

            desk.page().locator("#fila-5").check();
            desk.page().locator("#decide").press("Enter");
            assertThat(desk.page().locator("#fila-5")).isChecked();
            desk.page().locator("#confirm").press("Enter");
            assertThat(desk.page().locator("[role=alert]")).containsText("2 av 6 rader");
            desk.assertFit("import-doubt-nb", 1440, 320);
            desk.page().locator("#confirmAfterAll").press("Enter");
            assertReceipt(desk, "1", "2", "1", "2");
            assertEquals("UPPER_SECONDARY", education(ingrid, stated));

            var report = download(desk, "main a[download]");
            assertTrue(report.contains("(D6)"), report);
            assertFalse(report.contains("Filåsen"), "the report names nobody");

            upload(desk, "egen.xlsx", workbook(rows));
            assertThat(desk.page().locator("main tbody tr .ds-tag"))
                    .hasText(new String[] {"Uendret", "Uendret", "Uendret", "Uendret", "Feil", "Til leder"});
            var imported = lastImport();

            offer(ingrid, writtenTo(imported, 2));
            desk.go("/deltakere/import?import=" + imported + "&angre=1");
            assertThat(desk.page().locator("main tbody tr")).hasCount(1);
            assertThat(desk.page().locator("main tbody tr")).containsText("Noe bygger på opplysningene");
            desk.assertFit("import-undo-nb", 1440, 320);
            desk.page().locator("#undoImport").press("Enter");
            assertThat(desk.page().locator("main [role=status]"))
                    .containsText(
                            "angret for 2 personer", new LocatorAssertions.ContainsTextOptions().setTimeout(30_000));
            assertEquals("PRIMARY_COMPLETED", education(ingrid, stated));
            assertEquals(List.of(), desk.complaints());
        }
    }

    @ParameterizedTest
    @CsvSource({"ingrid, leif, nb, Uendret", "vigdis, vidar, nn, Uendra"})
    void what_a_leader_downloads_is_read_in_again_unchanged(
            String adviser, String leader, String form, String unchanged) throws Exception {
        var family = "Rundtur" + form;
        IsolationIT.register(Api.as(adviser), Persona.named("Đorđe", family));
        IsolationIT.register(Api.as(adviser), Persona.named("Olena", family));
        try (var desk = Desk.of(leader)) {
            desk.go("/min-dag");
            desk.page().keyboard().press("/");
            desk.page().keyboard().type(family);
            desk.page().keyboard().press("Enter");
            assertThat(desk.page().locator("main tbody tr")).hasCount(2);
            desk.page()
                    .locator("details.iv-filtervalg:has(button[value=import]) summary")
                    .press("Enter");
            var file = download(desk, "button[value=import]");
            upload(desk, "nedlastet.csv", file.getBytes(StandardCharsets.UTF_8));
            assertThat(desk.page().locator("main tbody tr .ds-tag")).hasText(new String[] {unchanged, unchanged});
            assertThat(desk.page().locator("#confirm")).hasCount(0);
            if (form.equals("nn")) {
                var siw = Persona.named("Siw", family);
                upload(
                        desk,
                        "egen.csv",
                        csv(List.of(row(siw, siw.nationalId(), "", ""))).getBytes(WINDOWS_1252));
                chooseColumns(desk, form);
                desk.assertFit("import-preview-own-nn", 1440);
            }
            assertEquals(List.of(), desk.complaints());
        }
    }

    @Test
    void a_kill_in_the_middle_loses_nobody_and_takes_nobody_in_twice() throws Exception {
        var people = new ArrayList<Persona>();
        for (int i = 0; i < MANY; i++) {
            people.add(Persona.named("Person" + letters(i), "Avbruddsen"));
        }
        var file = Persona.header() + "\n" + people.stream().map(Persona::row).collect(Collectors.joining("\n"));
        try (var desk = Desk.of("bjorn")) {
            upload(desk, "mange.csv", file.getBytes(StandardCharsets.UTF_8));
            desk.page().locator("#confirm").click();
            if (desk.page().locator("#confirmAfterAll").isVisible()) {
                desk.page().locator("#confirmAfterAll").click();
            }
            assertThat(desk.page().locator("progress[data-import]")).isVisible();
            var address = desk.page().url();
            awaitSomeAndNotAll(UUID.fromString(address.replaceAll(".*import=", "")));
            Running.stack().killServer();
            Running.stack().startServer();
            desk.page().navigate(address);
            assertThat(desk.page().locator("dl.iv-fakta dd").first())
                    .hasText("" + MANY, new LocatorAssertions.HasTextOptions().setTimeout(60_000));
        }
        assertEquals(MANY, number("select count(*) from participant.person_name where family_name = 'Avbruddsen'"));
        assertEquals(
                MANY,
                number(
                        "select count(*) from introduction.case_file f join participant.participant p on p.id = f.participant_id"
                                + " where p.family_name = 'Avbruddsen'"));
        assertEquals(
                MANY,
                number("select count(*) from platform.outbox o join participant.participant p on p.id = o.stream_id"
                        + " where p.family_name = 'Avbruddsen'"));
    }

    private static void awaitSomeAndNotAll(UUID imported) throws SQLException {
        long deadline = System.nanoTime() + 30_000_000_000L;
        while (number("select count(*) from participant.import_written where batch_id = '" + imported + "'") == 0) {
            assertTrue(System.nanoTime() < deadline, "nothing is written");
            LockSupport.parkNanos(20_000_000);
        }
    }

    private static void upload(Desk desk, String name, byte[] content) {
        desk.go("/deltakere/import");
        desk.page().locator("#file").setInputFiles(new FilePayload(name, "application/octet-stream", content));
        desk.page().locator("#read").press("Enter");
        assertThat(desk.page().locator("main table").first()).isVisible();
        desk.page().waitForURL(url -> url.contains("import="));
        desk.page().waitForLoadState();
    }

    private static void chooseColumns(Desk desk, String form) {
        assertThat(desk.page().locator("#kolonne-6")).isVisible();
        assertThat(desk.page().locator("main tbody tr").nth(3)).containsText("•••••");
        for (int i = 0; i < MEANINGS.size(); i++) {
            desk.page().locator("#kolonne-" + i).selectOption(MEANINGS.get(i));
        }
        desk.assertFit("import-columns-" + form, form.equals("nb") ? new int[] {1440, 320} : new int[] {1440});
        desk.page().locator("#choose").press("Enter");
        assertThat(desk.page().locator("#kolonne-0")).hasCount(0);
        assertThat(desk.page().locator("main")).containsText(OWN_HEADINGS.getLast());
    }

    private static void assertReceipt(Desk desk, String... numbers) {
        assertThat(desk.page().locator("dl.iv-fakta dd"))
                .hasText(numbers, new LocatorAssertions.HasTextOptions().setTimeout(30_000));
    }

    private static String download(Desk desk, String link) throws IOException {
        var file = desk.page().waitForDownload(() -> desk.page().locator(link).press("Enter"));
        return Files.readString(file.path());
    }

    private static List<String> row(Persona person, String number, String form, String education) {
        return List.of(person.given(), person.family(), Norwegian.date(person.bornOn()), number, form, education, "x");
    }

    private static String csv(List<List<String>> rows) {
        return String.join(";", OWN_HEADINGS) + "\r\n"
                + rows.stream().map(row -> String.join(";", row)).collect(Collectors.joining("\r\n"));
    }

    private static byte[] workbook(List<List<String>> rows) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Egen", "1.0")) {
            var sheet = workbook.newWorksheet("Ark1");
            for (int column = 0; column < OWN_HEADINGS.size(); column++) {
                sheet.value(0, column, OWN_HEADINGS.get(column));
                for (int line = 0; line < rows.size(); line++) {
                    sheet.value(line + 1, column, rows.get(line).get(column));
                }
            }
        }
        return bytes.toByteArray();
    }

    private static String otherLastDigit(Persona person) {
        var number = person.nationalId();
        return number.substring(0, 10) + (number.charAt(10) == '0' ? '1' : '0');
    }

    private static String education(Api api, String participant) {
        return api.get("/api/v1/participants/" + participant).json().getString("education");
    }

    private static void offer(Api api, String participant) {
        var body = jakarta.json.Json.createObjectBuilder()
                .add("offerOn", Running.today().minusDays(3).toString())
                .build();
        assertEquals(
                201,
                api.post("/api/v1/participants/" + participant + "/programmes", body)
                        .status());
    }

    private static void protect(String participant) throws SQLException {
        try (var database = Running.stack().connectAsSuperuser();
                var protect = database.prepareStatement(
                        "insert into platform.protected_participant (tenant_id, participant_id, level)"
                                + " select tenant_id, id, 1 from participant.participant where id = cast(? as uuid)")) {
            protect.setString(1, participant);
            assertEquals(1, protect.executeUpdate());
        }
    }

    /** The newest import that was confirmed in this municipality. */
    private static String lastImport() throws SQLException {
        return text("select b.id::text from participant.import_batch b join tenancy.tenant t on t.id = b.tenant_id"
                + " where t.alias = 'ringerike' and b.confirmed_at is not null order by b.confirmed_at desc limit 1");
    }

    private static String writtenTo(String imported, int line) throws SQLException {
        return text("select participant_id::text from participant.import_written where batch_id = '" + imported
                + "' and line = " + line);
    }

    private static long number(String query) throws SQLException {
        return Long.parseLong(text(query));
    }

    private static String text(String query) throws SQLException {
        try (var database = Running.stack().connectAsSuperuser();
                var statement = database.createStatement();
                var row = statement.executeQuery(query)) {
            assertTrue(row.next());
            return row.getString(1);
        }
    }

    /** 0 = aaa, 1 = baa …: names have no digits. */
    private static String letters(int i) {
        return "" + (char) ('a' + i % 26) + (char) ('a' + i / 26 % 26) + (char) ('a' + i / 676);
    }
}
