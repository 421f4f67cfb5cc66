package no.innvei.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.innvei.kernel.access.PermissionTable;
import no.innvei.kernel.access.Role;
import org.junit.jupiter.api.Test;

/** The permissions of all modules as a table for people: {@code docs/permissions.md}, generated and compared. */
class PermissionMatrixTest {

    private static final boolean WRITE = Boolean.getBoolean("innvei.write-docs");

    private final List<PermissionTable> tables = ServiceLoader.load(PermissionTable.class).stream()
            .map(ServiceLoader.Provider::get)
            .sorted(Comparator.comparing(PermissionTable::module))
            .toList();

    @Test
    void the_matrix_in_the_documentation_is_the_one_in_the_code() throws Exception {
        var document = Modules.root().resolve("docs/permissions.md");
        var expected = document();
        if (WRITE) {
            Files.createDirectories(document.getParent());
            Files.writeString(document, expected);
        }
        assertEquals(
                expected,
                Files.exists(document) ? Files.readString(document) : "",
                "docs/permissions.md is old; write it anew with: mvn -pl modules/architecture -am package -Dinnvei.write-docs=true");
    }

    @Test
    void every_permission_begins_with_the_name_of_its_module() {
        for (var table : tables) {
            table.permissions()
                    .keySet()
                    .forEach(permission -> assertTrue(
                            permission.matches(Pattern.quote(table.module()) + "\\.[a-z-]+\\.[a-z-]+"), permission));
        }
    }

    @Test
    void an_auditor_holds_nothing_that_changes_anything() {
        var held = new TreeSet<String>();
        for (var table : tables) {
            table.permissions().forEach((permission, roles) -> {
                if (roles.contains(Role.AUDITOR)) {
                    held.add(permission);
                }
            });
        }
        assertEquals(
                List.of(),
                held.stream()
                        .filter(permission -> !permission.endsWith(".read"))
                        .toList());
    }

    private String document() {
        var roles = Arrays.asList(Role.values());
        var lines = new ArrayList<String>();
        lines.add("# Permissions");
        lines.add("");
        lines.add(
                "Who may do what: generated from the permission tables of the modules; do not edit. Roles are held per tenant, office and period.");
        for (var table : tables) {
            lines.add("");
            lines.add("## " + table.module());
            lines.add("");
            lines.add("| permission | "
                    + roles.stream()
                            .map(role -> role.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                            .collect(Collectors.joining(" | "))
                    + " |");
            lines.add("| --- |" + " :-: |".repeat(roles.size()));
            new TreeMap<>(table.permissions())
                    .forEach((permission, holders) -> lines.add("| `" + permission + "` | "
                            + roles.stream()
                                    .map(role -> holders.contains(role) ? "x" : "")
                                    .collect(Collectors.joining(" | "))
                            + " |"));
        }
        return String.join("\n", lines) + "\n";
    }
}
