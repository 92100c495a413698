package eu.estafette.acceptance;

import eu.estafette.acceptance.broken.Break;
import java.io.BufferedReader;
import java.io.File;
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
public final class Jvm implements AutoCloseable {

    /** What ops/estafette launches. */
    private static final Path LAUNCHED = Path.of("..", "local", "target", "estafette-local.jar")
            .toAbsolutePath()
            .normalize();

    /** Loaded classes, written down when the first of these processes ends in order: the later ones start in two thirds of the time. */
    private static final Path CLASSES = Path.of("target", "classes.jsa").toAbsolutePath();

    private static final String MAIN = "eu.estafette.local.Main";

    private static final String HUB_READY = "Estafette is ready:";
    private static final Duration START = Duration.ofMinutes(5);

    private final Process process;
    private final List<String> output = new ArrayList<>();
    private final CompletableFuture<String> ready = new CompletableFuture<>();

    private Jvm(Process process, String readyPrefix) {
        this.process = process;
        Thread.ofPlatform().daemon().start(() -> read(readyPrefix));
    }

    /** Starts a hub with all it needs in one process, its data in {@code data/} of the folder. */
    static Jvm hub(Path folder, String... more) throws IOException, InterruptedException {
        return hub(folder, 0, more);
    }

    /** @param port 0: a free one */
    public static Jvm hub(Path folder, int port, String... more) throws IOException, InterruptedException {
        return start(HUB_READY, hubArguments(folder, port, more));
    }

    /** Starts the same hub with this module's classes beside it, which break it in one spot. */
    public static Jvm brokenHub(String broken, Path folder, int port, String... more)
            throws IOException, InterruptedException {
        String classes = Path.of("target", "test-classes").toAbsolutePath() + File.pathSeparator + LAUNCHED;
        List<String> launch = List.of("-Xmx1g", "-D" + Break.PROPERTY + "=" + broken, "-cp", classes, MAIN);
        return launch(HUB_READY, launch, hubArguments(folder, port, more));
    }

    private static List<String> hubArguments(Path folder, int port, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "run",
                "--port",
                Integer.toString(port),
                "--data",
                folder.resolve("data").toString()));
        arguments.addAll(List.of(more));
        return arguments;
    }

    /** Starts a hub and waits until it is ready. */
    public static Jvm hub(List<String> options, List<String> arguments) throws IOException, InterruptedException {
        return start(HUB_READY, options, arguments);
    }

    /** Starts the command and waits for its ready line. */
    public static Jvm start(String readyPrefix, List<String> arguments) throws IOException, InterruptedException {
        return start(readyPrefix, List.of("-Xmx1g"), arguments);
    }

    /** @param options of the JVM */
    public static Jvm start(String readyPrefix, List<String> options, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> launch = new ArrayList<>(List.of(
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + CLASSES,
                "-Xlog:disable",
                "-Xlog:all=error:stderr"));
        launch.addAll(options);
        launch.addAll(List.of("-jar", LAUNCHED.toString()));
        return launch(readyPrefix, launch, arguments);
    }

    private static Jvm launch(String readyPrefix, List<String> launch, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1"));
        command.addAll(launch);
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
    public String address() {
        return ready.join();
    }

    /** Sends a signal by its name, such as STOP or CONT. */
    public void signal(String name) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
        if (kill.waitFor() != 0) {
            throw new IOException("no signal " + name + " to process " + process.pid());
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** SIGKILL: no shutdown hook runs, nothing is flushed. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    public long pid() {
        return process.pid();
    }

    public List<String> output() {
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
