package eu.estafette.acceptance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A command of the local mode in a process of its own, which says in one line that it is ready and where. */
final class Jvm implements AutoCloseable {

    /** What ops/estafette launches. */
    private static final Path LAUNCHED = Path.of("..", "local", "target", "estafette-local.jar")
            .toAbsolutePath()
            .normalize();

    private static final Duration START = Duration.ofMinutes(5);

    private final Process process;
    private final List<String> output = new ArrayList<>();
    private final CompletableFuture<String> ready = new CompletableFuture<>();

    private Jvm(Process process, String readyPrefix) {
        this.process = process;
        Thread.ofPlatform().daemon().start(() -> read(readyPrefix));
    }

    /** Starts the command and waits for its ready line. */
    static Jvm start(String readyPrefix, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                LAUNCHED.toString()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var jvm = new Jvm(process, readyPrefix);
        try {
            jvm.ready.get(START.toSeconds(), TimeUnit.SECONDS);
            return jvm;
        } catch (java.util.concurrent.ExecutionException | TimeoutException e) {
            jvm.kill();
            throw new IllegalStateException("not ready: " + arguments + "\n" + String.join("\n", jvm.output()), e);
        }
    }

    /** What followed the ready line's prefix. */
    String address() {
        return ready.join();
    }

    /** SIGKILL: no shutdown hook runs, nothing is flushed. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    long pid() {
        return process.pid();
    }

    List<String> output() {
        synchronized (output) {
            return List.copyOf(output);
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            kill();
        }
    }

    private void read(String readyPrefix) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                synchronized (output) {
                    output.add(line);
                }
                if (line.startsWith(readyPrefix)) {
                    ready.complete(line.substring(readyPrefix.length()).trim());
                }
            }
        } catch (IOException e) {
            // the process was killed while it wrote
            ready.completeExceptionally(new UncheckedIOException(e));
        }
        ready.completeExceptionally(new IllegalStateException("the process ended"));
    }
}
