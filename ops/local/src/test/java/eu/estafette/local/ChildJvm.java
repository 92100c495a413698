package eu.estafette.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A main class of this build in a JVM of its own, which a test may kill. */
public final class ChildJvm implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;

    private ChildJvm(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    public static ChildJvm start(Class<?> main, String... args) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        var command = new ArrayList<>(
                List.of(java.toString(), "-Xshare:auto", "-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(args));
        return new ChildJvm(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** What follows {@code prefix} on the first line that starts so. */
    public String await(String prefix) throws IOException {
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(prefix)) {
                // a process whose output nobody reads stands still when the pipe is full
                Thread.ofVirtual().start(this::discardTheRest);
                return line.substring(prefix.length());
            }
        }
        throw new AssertionError("the process ended without a line that starts with: " + prefix);
    }

    private void discardTheRest() {
        try {
            output.transferTo(Writer.nullWriter());
        } catch (IOException e) {
            // it was killed while it wrote
        }
    }

    /** kill -9 of what this process has started and not let go. */
    public void killChildren() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
    }

    /** kill -9. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** TERM, and the exit code. */
    public int stop() throws InterruptedException {
        process.destroy();
        return process.waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
