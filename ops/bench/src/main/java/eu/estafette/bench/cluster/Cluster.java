package eu.estafette.bench.cluster;

import eu.estafette.bench.scenario.Dataset;
import eu.estafette.bench.scenario.Tally;
import eu.estafette.local.broker.LocalBrokerMain;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.TopicPartition;

/** A broker of one measurement: fresh, in a JVM of its own, with the open cases and the events on their topics. */
public final class Cluster implements AutoCloseable {

    private static final List<String> OPTIONS = List.of("-Xms1g", "-Xmx1g");

    private final Path folder;
    private final Jvm broker;
    private final String bootstrapServers;
    private final Map<TopicPartition, Long> loaded;

    private Cluster(Path folder, Jvm broker, Dataset dataset, int events) {
        this.folder = folder;
        this.broker = broker;
        this.bootstrapServers = broker.await("Broker is ready: ");
        Map<String, Object> clients = Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        this.loaded = new Loader(clients).load(dataset, events);
    }

    /**
     * @param folder for its data, which are gone afterwards
     * @param events how many of the dataset's events, from the first
     */
    public static Cluster start(Path folder, Dataset dataset, int events) {
        Jvm broker = Jvm.start(LocalBrokerMain.class, OPTIONS, List.of("--data", folder.toString()));
        return new Cluster(folder, broker, dataset, events);
    }

    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** What was written since the start, as those see it who read only what is committed. */
    public Tally audit() {
        return new Audit(bootstrapServers).since(loaded);
    }

    @Override
    public void close() {
        broker.close();
        RunFolder.delete(folder);
    }
}
