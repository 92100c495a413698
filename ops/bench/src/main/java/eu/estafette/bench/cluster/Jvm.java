package eu.estafette.bench.cluster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A main class of this build in a JVM of its own. Its error stream is ours. */
public final class Jvm implements AutoCloseable {

    private static final int STOP_SECONDS = 30;

    private static final int UNSAFE_WARNS = 24;

    /** Kafka's client does what newer JDKs warn of, on the stream where the progress is told. */
    private static final List<String> QUIET = Runtime.version().feature() < UNSAFE_WARNS
            ? List.of()
            : List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");

    private final String name;
    private final Process process;
    private final BufferedReader output;

    private Jvm(String name, Process process) {
        this.name = name;
        this.process = process;
        this.output = process.inputReader();
    }

    /** @param options of the JVM itself, such as {@code -Xmx1g} */
    public static Jvm start(Class<?> main, List<String> options, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(QUIET);
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        try {
            return new Jvm(
                    main.getSimpleName(),
                    new ProcessBuilder(command).redirectError(Redirect.INHERIT).start());
        } catch (IOException e) {
            throw new UncheckedIOException(main.getSimpleName() + " cannot be started", e);
        }
    }

    /**
     * What follows {@code prefix} on the first line that starts with it.
     *
     * @throws IllegalStateException if the process ends without such a line
     */
    public String await(String prefix) {
        return output.lines()
                .filter(line -> line.startsWith(prefix))
                .findFirst()
                .map(line -> line.substring(prefix.length()))
                .orElseThrow(() -> new IllegalStateException(
                        name + " ended without a line \"" + prefix + "…\"; its errors stand above"));
    }

    /** Asks it to stop, and makes it if it does not. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
