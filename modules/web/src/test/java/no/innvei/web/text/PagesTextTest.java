package no.innvei.web.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every word on a page comes from a bundle, in both written forms. */
class PagesTextTest {

    private static final Path PAGES = Path.of("src/main/webapp");
    private static final Path JAVA = Path.of("src/main/java");
    private static final Path BUNDLES = Path.of("src/main/resources/no/innvei/web");

    private static final Pattern EL = Pattern.compile("[#$]\\{[^}]*}");
    private static final Pattern USED_IN_PAGE = Pattern.compile("([a-z]+)Text\\[(?:'([^']+)'|\"([^\"]+)\")]");
    private static final Pattern DYNAMIC_IN_PAGE = Pattern.compile("([a-z]+)Text\\['([^']+)'\\.concat\\(");
    private static final Pattern QUOTED = Pattern.compile("\"([A-Za-z][A-Za-z0-9_.-]*)\"");
    private static final Pattern SPOKEN_ATTRIBUTE = Pattern.compile(
            "(?<![-\\w])(?:label|help|title|alt|placeholder|aria-label|text|heading|requiredMessage|current|parent|middle|suffix)=\"([^\"]*)\"");

    /** Bundles whose keys are not chosen by us: names of a specification, or codes. */
    private static final Set<String> FOREIGN = Set.of("faces", "problems");

    @Test
    void every_key_used_in_a_page_exists() {
        var bundles = bundles("");
        var missing = new TreeSet<String>();
        for (var page : pages()) {
            var matcher = USED_IN_PAGE.matcher(read(page));
            while (matcher.find()) {
                var key = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
                var bundle = bundles.get(matcher.group(1));
                if (bundle == null || !bundle.containsKey(key)) {
                    missing.add(page + ": " + matcher.group(1) + " " + key);
                }
            }
        }
        assertEquals(Set.of(), missing);
    }

    @Test
    void every_key_used_in_java_exists() {
        var used = Pattern.compile(
                "(?:Texts\\.of\\(|messages\\.(?:stay|done)\\(|messages\\.stayAt\\([^,]+,)\\s*\"([a-z]+)\"(?:\\)\\s*\\.get\\(|,)\\s*\"([A-Za-z0-9.-]+)\"\\s*[,)]");
        var bundles = bundles("");
        var missing = new TreeSet<String>();
        for (var source : files(JAVA, ".java")) {
            var matcher = used.matcher(read(source));
            while (matcher.find()) {
                var bundle = bundles.get(matcher.group(1));
                if (bundle == null || !bundle.containsKey(matcher.group(2))) {
                    missing.add(source + ": " + matcher.group(1) + " " + matcher.group(2));
                }
            }
        }
        assertEquals(Set.of(), missing);
    }

    @Test
    void no_key_is_unused() {
        var used = new TreeSet<String>();
        var prefixes = new TreeSet<String>();
        for (var page : pages()) {
            var text = read(page);
            var matcher = USED_IN_PAGE.matcher(text);
            while (matcher.find()) {
                used.add(matcher.group(2) == null ? matcher.group(3) : matcher.group(2));
            }
            var dynamic = DYNAMIC_IN_PAGE.matcher(text);
            while (dynamic.find()) {
                prefixes.add(dynamic.group(2));
            }
        }
        for (var source : files(JAVA, ".java")) {
            var matcher = QUOTED.matcher(read(source));
            while (matcher.find()) {
                (matcher.group(1).endsWith(".") ? prefixes : used).add(matcher.group(1));
            }
        }
        var unused = new TreeSet<String>();
        bundles("").forEach((name, bundle) -> {
            if (!FOREIGN.contains(name)) {
                bundle.stringPropertyNames().stream()
                        .filter(key -> !used.contains(key) && prefixes.stream().noneMatch(key::startsWith))
                        .forEach(key -> unused.add(name + " " + key));
            }
        });
        assertEquals(Set.of(), unused);
    }

    @Test
    void nynorsk_holds_only_what_differs() {
        var bokmal = bundles("");
        var wrong = new TreeSet<String>();
        bundles("_nn").forEach((name, nynorsk) -> {
            for (var key : nynorsk.stringPropertyNames()) {
                var other = bokmal.getOrDefault(name, new Properties()).getProperty(key);
                if (other == null) {
                    wrong.add(name + " " + key + " does not exist in bokmål");
                } else if (other.equals(nynorsk.getProperty(key))) {
                    wrong.add(name + " " + key + " is the same in both");
                }
            }
        });
        assertEquals(Set.of(), wrong);
    }

    @Test
    void every_bundle_has_a_nynorsk_half() {
        assertEquals(bundles("").keySet(), bundles("_nn").keySet());
    }

    @Test
    void no_page_holds_text_of_its_own() {
        var found = new ArrayList<String>();
        for (var page : pages()) {
            var source = EL.matcher(read(page).replaceAll("(?s)<!--.*?-->", "")).replaceAll("");
            for (var line : source.replaceAll("(?s)<[^>]*>", " ").split("\n")) {
                if (hasLetters(line.replaceAll("&[a-z]+;|&#[0-9]+;", ""))) {
                    found.add(page + ": " + line.strip());
                }
            }
            var attributes = SPOKEN_ATTRIBUTE.matcher(source);
            while (attributes.find()) {
                var text = attributes.group(1);
                if (!text.equals("true") && !text.equals("false") && hasLetters(text)) {
                    found.add(page + ": " + attributes.group());
                }
            }
        }
        assertEquals(List.of(), found);
    }

    @Test
    void no_page_emits_what_the_content_security_policy_blocks() {
        var forbidden = Pattern.compile(
                "f:ajax|h:commandLink|<h:button|\\sstyle=|\\son[a-z]+=\"|javascript:|<script(?![^>]*src=)|h:outputScript");
        var found = new ArrayList<String>();
        for (var page : pages()) {
            var matcher = forbidden.matcher(read(page));
            while (matcher.find()) {
                found.add(page + ": " + matcher.group());
            }
        }
        assertEquals(List.of(), found);
    }

    @Test
    void parameters_of_a_view_stand_where_faces_finds_them() {
        var found = new ArrayList<String>();
        for (var page : pages()) {
            var source = read(page);
            if (source.contains(" template=")
                    && source.contains("<f:metadata>")
                    && !source.contains("<ui:define name=\"metadata\"><f:metadata>")) {
                found.add(page.toString());
            }
        }
        assertEquals(List.of(), found);
    }

    private static boolean hasLetters(String text) {
        return text.codePoints().anyMatch(Character::isLetter);
    }

    private static Map<String, Properties> bundles(String suffix) {
        var bundles = new TreeMap<String, Properties>();
        for (var file : files(BUNDLES, ".properties")) {
            var name = file.getFileName().toString().replace(".properties", "");
            if (suffix.isEmpty() ? !name.endsWith("_nn") : name.endsWith(suffix)) {
                var properties = new Properties();
                try {
                    properties.load(new StringReader(read(file)));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                bundles.put(suffix.isEmpty() ? name : name.substring(0, name.length() - suffix.length()), properties);
            }
        }
        return bundles;
    }

    private static List<Path> pages() {
        return files(PAGES, ".xhtml");
    }

    private static List<Path> files(Path root, String end) {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(file -> file.toString().endsWith(end)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
