package eu.estafette.hub.polling;

import eu.estafette.hub.polling.PollingSession.Started;
import eu.estafette.hub.topics.TopicPlan;
import eu.estafette.kit.poll.Poller;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Utils;

/** Knows all pollers, and starts those of one partition. */
final class PollerStarter {

    private final List<Poller> pollers;
    private final PollingClients clients;
    private final Serializer<SpecificRecord> serializer;
    private final InstantSource clock;
    private final PollingMeters meters;
    private final Rereads rereads;

    PollerStarter(
            List<Poller> pollers,
            PollingClients clients,
            Serializer<SpecificRecord> serializer,
            InstantSource clock,
            PollingMeters meters,
            Rereads rereads) {
        this.pollers = List.copyOf(pollers);
        this.clients = clients;
        this.serializer = serializer;
        this.clock = clock;
        this.meters = meters;
        this.rereads = rereads;
    }

    /** The same in every process: it decides which one runs the poller. */
    static int partitionOf(String poller) {
        byte[] id = poller.getBytes(StandardCharsets.UTF_8);
        return Utils.toPositive(Utils.murmur2(id)) % TopicPlan.POLLER_PARTITIONS;
    }

    List<Started> start(int partition, ConsumerGroupMetadata member) {
        return pollers.stream()
                .filter(poller -> partitionOf(poller.id()) == partition)
                .map(poller -> start(poller, partition, member))
                .toList();
    }

    private Started start(Poller poller, int partition, ConsumerGroupMetadata member) {
        var tenancy = new Tenancy(partition, member);
        var run = new PollerRun(poller, partition, clients, serializer, clock, meters, tenancy, rereads);
        return new Started(
                tenancy, Thread.ofVirtual().name("poll " + poller.id()).start(run));
    }
}
