package eu.estafette.hub.sealing;

import eu.estafette.hub.group.GroupClients;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;

/** Kafka's clients as sealing needs them. Committed records only: what is aborted was never in the journal. */
final class SealingClients {

    private final GroupClients group;

    SealingClients(Map<String, Object> connection, String groupId) {
        group = new GroupClients(connection, groupId);
    }

    /** The member of the group. It is told where to begin by whoever uses it, never by a reset. */
    Consumer<byte[], byte[]> member() {
        return group.member("none");
    }

    Consumer<byte[], byte[]> reader() {
        return group.reader();
    }

    Producer<byte[], byte[]> producer() {
        return group.producer(group.transactionalId(), Map.of());
    }
}
