package no.innvei.devstack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsTest {

    @Test
    void platform_runs_first_and_the_others_by_name(@TempDir Path folder) throws Exception {
        var jars = List.of(
                jar(folder, "a.jar", "db/migration/worklist/R__pub.sql"),
                jar(folder, "b.jar", "db/migration/tenancy/V0001__a.sql"),
                jar(folder, "c.jar", "db/migration/platform/V0001__b.sql"),
                jar(folder, "d.jar", "META-INF/beans.xml"));

        assertEquals(List.of("platform", "tenancy", "worklist"), Migrations.modules(jars));
    }

    private static Path jar(Path folder, String name, String entry) throws Exception {
        Path jar = folder.resolve(name);
        try (var zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.closeEntry();
        }
        return jar;
    }
}
