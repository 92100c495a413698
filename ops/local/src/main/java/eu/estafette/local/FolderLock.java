package eu.estafette.local;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** One owner at a time for a data folder. The operating system lets go when the owner's process ends, however it ends. */
public final class FolderLock implements AutoCloseable {

    // the system's lock is the process's: a second opening here would get it, and its closing would lose it for the
    // first
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel file;

    private FolderLock(Path folder, FileChannel file) {
        this.folder = folder;
        this.file = file;
    }

    /**
     * Makes the folder where it is missing and takes it.
     *
     * @throws IOException when another owner has it; the message names that owner's process
     */
    public static FolderLock take(Path folder) throws IOException {
        var real = Files.createDirectories(folder).toRealPath();
        var owner = String.valueOf(ProcessHandle.current().pid());
        if (!OURS.add(real)) {
            throw inUse(folder, owner);
        }
        try {
            return new FolderLock(real, lock(real, owner));
        } catch (IOException | RuntimeException e) {
            OURS.remove(real);
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
        OURS.remove(folder);
    }

    private static FileChannel lock(Path folder, String owner) throws IOException {
        var path = folder.resolve("lock");
        var file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (file.tryLock() == null) {
                throw inUse(folder, Files.readString(path));
            }
            file.truncate(0).write(ByteBuffer.wrap(owner.getBytes(StandardCharsets.US_ASCII)));
            return file;
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static IOException inUse(Path folder, String owner) {
        return new IOException(
                "%s is in use by process %s: stop that first, or give another folder".formatted(folder, owner));
    }
}
