package no.innvei.rulescli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Loads the modules' classes once more, with another text in the place of one parameter file. The kernel stays the same. */
final class ChangedTable extends ClassLoader {

    private static final String OURS = "no.innvei.";
    private static final Map<String, byte[]> CLASSES = new ConcurrentHashMap<>();

    private final String file;
    private final String text;

    /** @param file absolute name on the class path, as {@code RuleTable.file()} says it */
    ChangedTable(String file, String text) {
        super(ChangedTable.class.getClassLoader());
        this.file = file.substring(1);
        this.text = text;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(OURS) || name.startsWith(OURS + "kernel.") || name.startsWith(OURS + "rulescli.")) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            var loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            var code = CLASSES.computeIfAbsent(name, this::code);
            return defineClass(name, code, 0, code.length);
        }
    }

    private byte[] code(String name) {
        try (var stream = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            return stream.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public InputStream getResourceAsStream(String name) {
        return name.equals(file)
                ? new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))
                : super.getResourceAsStream(name);
    }
}
