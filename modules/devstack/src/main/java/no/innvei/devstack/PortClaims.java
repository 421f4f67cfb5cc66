package no.innvei.devstack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Ports that a stack on this machine has chosen but its servers do not listen on yet: between the two lies up to a minute, in which another stack would
 * choose the same. A claim is a locked file; the lock goes when the JVM does, however it ends.
 */
final class PortClaims {

    private static final Path FOLDER =
            Path.of(System.getProperty("java.io.tmpdir"), "innvei-ports-" + System.getProperty("user.name"));
    private static final Map<Integer, FileLock> HELD = new ConcurrentHashMap<>();

    /** @return false when another stack has it */
    static synchronized boolean claim(int port) {
        if (HELD.containsKey(port)) {
            return true;
        }
        try {
            Files.createDirectories(FOLDER);
            // the channel stays open as long as the claim is held
            FileChannel channel = FileChannel.open(
                    FOLDER.resolve(Integer.toString(port)), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                return false;
            }
            HELD.put(port, lock);
            return true;
        } catch (OverlappingFileLockException e) {
            return false;
        } catch (IOException e) {
            throw new StackException("Cannot claim port " + port + " in " + FOLDER + ".", e);
        }
    }

    private PortClaims() {}
}
