package eu.estafette.bench.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where a run keeps its data. When this process is asked to stop, the processes it started end first, and nothing is left behind. */
public final class RunFolder implements AutoCloseable {

    private final Path path;
    private final Thread stop = new Thread(this::stop, "stop");

    private RunFolder(Path path) {
        this.path = path;
        Runtime.getRuntime().addShutdownHook(stop);
    }

    public static RunFolder make() {
        try {
            return new RunFolder(Files.createTempDirectory("estafette-bench"));
        } catch (IOException e) {
            throw new UncheckedIOException("No folder for the data of this run", e);
        }
    }

    /** A folder in it, which may not exist yet. */
    public Path of(String name) {
        return path.resolve(name);
    }

    @Override
    public void close() {
        delete(path);
        Runtime.getRuntime().removeShutdownHook(stop);
    }

    /** The folder with all that is in it; nothing if it is not there. */
    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be removed", e);
        }
    }

    private void stop() {
        List<ProcessHandle> started = ProcessHandle.current().descendants().toList();
        started.forEach(ProcessHandle::destroyForcibly);
        started.forEach(process -> process.onExit().join());
        delete(path);
    }
}
