package eu.estafette.acceptance.guarantee;

import eu.estafette.acceptance.Jvm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The local mode's broker in a process of its own. */
final class OneBroker implements Brokers {

    private final String data;
    private Jvm process;

    private OneBroker(String data, Jvm process) {
        this.data = data;
        this.process = process;
    }

    static OneBroker start(Path folder) throws IOException, InterruptedException {
        String data = folder.resolve("broker").toString();
        return new OneBroker(data, start(data, 0));
    }

    @Override
    public String address() {
        return process.address();
    }

    Jvm process() {
        return process;
    }

    /** Starts again at the same address, after it was killed. */
    void restart() throws IOException, InterruptedException {
        process = start(data, Estate.portOf(address()));
    }

    @Override
    public void close() throws Exception {
        process.close();
    }

    private static Jvm start(String data, int port) throws IOException, InterruptedException {
        return Jvm.start(
                "Broker is ready:", Estate.SMALL, List.of("broker", "--data", data, "--port", Integer.toString(port)));
    }
}
