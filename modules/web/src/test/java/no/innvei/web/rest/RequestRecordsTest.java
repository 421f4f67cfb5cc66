package no.innvei.web.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import jakarta.validation.Constraint;
import jakarta.validation.Valid;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Shape is checked at the edge: no text, number or list of a request comes in without a constraint. */
class RequestRecordsTest {

    @Test
    void every_field_of_every_request_record_has_a_shape() throws Exception {
        var records = requestRecords();
        assertFalse(records.isEmpty());
        var bare = new TreeSet<String>();
        for (var type : records) {
            for (var component : type.getRecordComponents()) {
                if (!isConstrained(component)) {
                    bare.add(type.getSimpleName() + "." + component.getName());
                }
            }
        }
        assertEquals(Set.of(), bare);
    }

    private static boolean isConstrained(RecordComponent component) {
        var type = component.getType();
        // their type is their shape, and a missing one is allowed
        if (type.isPrimitive() || type.isEnum() || type == LocalDate.class || type == UUID.class) {
            return true;
        }
        var inside = component.getAnnotatedType() instanceof java.lang.reflect.AnnotatedParameterizedType generic
                ? generic.getAnnotatedActualTypeArguments()[0].getAnnotations()
                : new Annotation[0];
        return Stream.of(
                        component.getAccessor().getAnnotations(),
                        component.getAnnotatedType().getAnnotations(),
                        field(component).getAnnotations(),
                        inside)
                .flatMap(Stream::of)
                .anyMatch(a -> a instanceof Valid || a.annotationType().isAnnotationPresent(Constraint.class));
    }

    private static java.lang.reflect.Field field(RecordComponent component) {
        try {
            return component.getDeclaringRecord().getDeclaredField(component.getName());
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<? extends Class<?>> requestRecords() throws IOException {
        var classes = Path.of("target/classes");
        try (var files = Files.walk(classes)) {
            return files.map(file -> classes.relativize(file).toString())
                    .filter(name -> name.endsWith("Request.class"))
                    .map(name -> load(
                            name.substring(0, name.length() - ".class".length()).replace('/', '.')))
                    .filter(Class::isRecord)
                    .toList();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, RequestRecordsTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
