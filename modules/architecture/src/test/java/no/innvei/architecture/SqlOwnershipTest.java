package no.innvei.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import no.innvei.testkit.EmbeddedDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * All modules share one database role, so grants do not keep them apart; this does. Every migration and every source file of a module may name relations of
 * its own schema, the protection of people, and, in {@code worklist} and {@code statistics} only, the views that others publish.
 */
class SqlOwnershipTest {

    private static final Set<String> JOINERS = Set.of("worklist", "statistics");

    /** The one table of platform that others may read: the level of a person who is shown. */
    private static final String PROTECTION = "platform.protected_participant";

    /** Native queries that are not one literal: class and reason. */
    private static final Set<String> BUILT_QUERIES =
            new TreeSet<>(AllowList.read("queries-built-from-parts.txt", 2).stream()
                    .map(List::getFirst)
                    .toList());

    private static Set<String> relations;
    private static List<String> schemas;

    @BeforeAll
    static void what_the_migrations_make() throws Exception {
        schemas = Modules.withSchema();
        relations = EmbeddedDatabase.inTransaction(Modules.migrated().superuser(), connection -> {
            var found = new TreeSet<String>();
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery(
                            "select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                                    + " where c.relkind in ('r', 'p', 'v', 'm') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'public')")) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        });
    }

    @Test
    void a_module_names_only_its_own_relations_and_published_views() throws Exception {
        var trespasses = new ArrayList<String>();
        int files = 0;
        for (var module : modules()) {
            for (var file : sources(Modules.root().resolve("modules").resolve(module))) {
                files++;
                var text = withoutComments(file, Files.readString(file));
                for (var relation : trespasses(module, text)) {
                    trespasses.add(Modules.root().relativize(file) + " names " + relation);
                }
            }
        }
        assertTrue(files > 20, "sources were found: " + files);
        assertEquals(List.of(), trespasses);
    }

    @Test
    void the_rule_sees_what_it_should() {
        assertEquals(List.of("platform.outbox"), trespasses("tenancy", "select 1 from platform.outbox"));
        assertEquals(List.of("tenancy.membership"), trespasses("participant", "join TENANCY.membership m"));
        assertEquals(
                List.of(),
                trespasses("tenancy", "join tenancy.membership m where m.tenant_id = platform.cur_tenant()"));
        assertEquals(List.of(), trespasses("platform", "update platform.outbox set x = 1"));
        assertEquals(List.of(), trespasses("worklist", "\"no.innvei.tenancy.office.Thing\""));
    }

    @Test
    void queries_are_literals_and_never_glued_from_input() throws Exception {
        var glued = new TreeSet<String>();
        for (var module : modules()) {
            for (var file : sources(Modules.root().resolve("modules").resolve(module))) {
                if (file.toString().endsWith(".java")
                        && !BUILT_QUERIES.contains(Modules.root()
                                .resolve("modules")
                                .relativize(file)
                                .toString())) {
                    for (var query : notLiteral(withoutComments(file, Files.readString(file)))) {
                        glued.add(Modules.root().relativize(file) + ": " + query);
                    }
                }
            }
        }
        assertEquals(Set.of(), glued);
    }

    @Test
    void the_rule_knows_a_literal_from_a_glued_query() {
        assertEquals(List.of(), notLiteral("em.createNativeQuery(\"select 1 where a = ?1\").setParameter(1, x)"));
        assertEquals(List.of(), notLiteral("em.createQuery(COLUMNS + \"where (x)\" + ORDER, Line.class)"));
        assertEquals(List.of(), notLiteral("em.createQuery(\"\"\"\n select \"a\" (\n\"\"\", Line.class)"));
        assertEquals(
                1,
                notLiteral("em.createNativeQuery(\"select '\" + name + \"'\")").size());
        assertEquals(1, notLiteral("c.prepareStatement(sql)").size());
        assertEquals(
                1, notLiteral("em.createQuery(\"select %s\".formatted(name))").size());
    }

    /** Arguments of queries that are anything but literals, constants and classes. */
    private static List<String> notLiteral(String source) {
        var literal = Pattern.compile("(?s)\"\"\".*?\"\"\"|\"(\\\\.|[^\"\\\\])*+\"");
        var plain = literal.matcher(source).replaceAll("''");
        var found = new ArrayList<String>();
        var call = Pattern.compile("(createNativeQuery|createQuery|prepareStatement)\\(")
                .matcher(plain);
        while (call.find()) {
            int depth = 1;
            int end = call.end();
            while (depth > 0 && end < plain.length()) {
                depth += plain.charAt(end) == '(' ? 1 : plain.charAt(end) == ')' ? -1 : 0;
                end++;
            }
            var argument =
                    plain.substring(call.end(), end - 1).replaceAll(",\\s*[A-Za-z0-9_.\\[\\]]+\\.class\\s*$", "");
            if (!argument.matches("(?s)(\\s|\\+|''|\\b([A-Z][A-Za-z0-9]*\\.)?[A-Z][A-Z0-9_]*\\b)*")) {
                found.add(call.group(1) + "(" + argument.strip() + ")");
            }
        }
        return found;
    }

    @Test
    void migrations_are_numbered_once_and_named_in_words() throws Exception {
        for (var module : modules()) {
            var numbers = new TreeSet<String>();
            for (var file : sources(Modules.root().resolve("modules").resolve(module))) {
                var name = file.getFileName().toString();
                if (name.endsWith(".sql")) {
                    assertTrue(name.matches("V[0-9]{4}__[a-z0-9_]+\\.sql|R__[a-z0-9_]+\\.sql"), name);
                    assertTrue(
                            !name.startsWith("V") || numbers.add(name.substring(0, 5)), "number used twice: " + name);
                }
            }
        }
    }

    private static List<String> trespasses(String module, String text) {
        var found = new TreeSet<String>();
        var matcher = Pattern.compile("(?i)(?<![\\w.])(" + String.join("|", schemas)
                        + "|jobs|sessions)\\.([a-z_][a-z0-9_]*)(?![\\w(])(?!\\.[A-Z])")
                .matcher(text);
        while (matcher.find()) {
            var schema = matcher.group(1).toLowerCase(Locale.ROOT);
            var relation = schema + "." + matcher.group(2).toLowerCase(Locale.ROOT);
            boolean own = schema.equals(module)
                    || module.equals("platform") && Set.of("jobs", "sessions").contains(schema);
            boolean readable = relation.equals(PROTECTION);
            boolean published = JOINERS.contains(module) && matcher.group(2).startsWith("pub_");
            if (!own && !readable && !published && relations.contains(relation)) {
                found.add(relation);
            }
        }
        return List.copyOf(found);
    }

    private static List<String> modules() throws IOException {
        try (var folders = Files.list(Modules.root().resolve("modules"))) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .filter(name -> !Set.of("architecture", "it", "testkit", "devstack", "benchmark")
                            .contains(name))
                    .sorted()
                    .toList();
        }
    }

    private static List<Path> sources(Path module) throws IOException {
        try (var files = Files.walk(module)) {
            return files.filter(file -> file.toString().contains("/src/main/")
                            && file.toString().matches(".*\\.(java|sql|xml)"))
                    .sorted()
                    .toList();
        }
    }

    private static String withoutComments(Path file, String text) {
        return file.toString().endsWith(".java")
                ? text.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("(?m)(?<!:)//.*$", "")
                : text.replaceAll("(?m)--.*$", "");
    }
}
