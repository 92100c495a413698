package eu.estafette.acceptance.guarantee;

import eu.estafette.acceptance.Jvm;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A hub of several, which can be killed and started again at the same address. */
final class HubProcess implements AutoCloseable {

    /** Hubs of one group must agree on these. */
    static final List<String> SHARED = List.of(
            "-Xmx1g",
            "-Destafette.base-url=https://hub.example",
            "-Destafette.secrets.subject-key=" + "5a".repeat(32),
            "-Destafette.secrets.case-ref=" + "6b".repeat(32),
            "-Destafette.secrets.notice-id=" + "7c".repeat(32));

    private final Estate estate;
    private final String name;
    private final List<String> options;
    private @Nullable Jvm process;
    private int port;

    HubProcess(Estate estate, String name, List<String> options) {
        this.estate = estate;
        this.name = name;
        this.options = new ArrayList<>(SHARED);
        this.options.add("-Destafette.delivery.transactional-id=estafette-delivery-" + name);
        this.options.add(
                "-Destafette.logs=" + System.getProperty("estafette.acceptance.logs", "target/logs") + "/" + name);
        this.options.addAll(options);
    }

    void start() throws IOException, InterruptedException {
        process = Jvm.hub(options, estate.arguments(name, port));
        port = Estate.portOf(address());
    }

    String address() {
        return process().address();
    }

    void kill() throws InterruptedException {
        process().kill();
    }

    /** Stops being scheduled, as on a machine that hangs; sockets stay open. */
    void freeze() throws IOException, InterruptedException {
        process().signal("STOP");
    }

    void thaw() throws IOException, InterruptedException {
        process().signal("CONT");
    }

    boolean isAlive() {
        return process().isAlive();
    }

    @Override
    public void close() throws Exception {
        process().close();
    }

    private Jvm process() {
        return Objects.requireNonNull(process);
    }
}
