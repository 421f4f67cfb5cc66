package no.innvei.web.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.junit.jupiter.api.Test;

/** The server fills in what a 200 means and nothing else; without words for the rest our OpenAPI document is not valid. */
class ResponsesDescribedTest {

    @Test
    void every_answer_but_200_says_what_it_means() throws IOException {
        var resources = resources();
        assertFalse(resources.isEmpty());
        var silent = new TreeSet<String>();
        for (var resource : resources) {
            for (var method : resource.getDeclaredMethods()) {
                for (var answer : method.getAnnotationsByType(APIResponse.class)) {
                    if (!answer.responseCode().equals("200")
                            && answer.description().isBlank()) {
                        silent.add(resource.getSimpleName() + "." + method.getName() + " " + answer.responseCode());
                    }
                }
            }
        }
        assertEquals(Set.of(), silent);
    }

    private static List<? extends Class<?>> resources() throws IOException {
        var classes = Path.of("target/classes");
        try (var files = Files.walk(classes)) {
            return files.map(file -> classes.relativize(file).toString())
                    .filter(name -> name.endsWith("Resource.class"))
                    .map(name -> load(
                            name.substring(0, name.length() - ".class".length()).replace('/', '.')))
                    .toList();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, ResponsesDescribedTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
