package eu.estafette.local.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** The server's main process, as its own file in the data folder names it. */
record Postmaster(Path data) {

    /** The process, where it lives and is the server of this data; a number that went to another process does not count. */
    Optional<ProcessHandle> process() throws IOException {
        try (var lines = Files.lines(file())) {
            return lines.findFirst()
                    .filter(number -> number.matches("\\d+"))
                    .flatMap(number -> ProcessHandle.of(Long.parseLong(number)))
                    .filter(this::isOurs);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    boolean runs() throws IOException {
        return process().isPresent();
    }

    void forget() throws IOException {
        Files.deleteIfExists(file());
    }

    private boolean isOurs(ProcessHandle process) {
        return process.info()
                .commandLine()
                .filter(line -> line.contains("postgres") && line.contains(data.toString()))
                .isPresent();
    }

    private Path file() {
        return data.resolve("postmaster.pid");
    }
}
