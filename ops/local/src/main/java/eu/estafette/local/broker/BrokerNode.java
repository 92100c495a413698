package eu.estafette.local.broker;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.SharedServer;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.raft.QuorumConfig;

/**
 * Kafka's controller and broker, put together as its {@code KafkaRaftServer} does; that class itself binds its own sockets
 * and ends the JVM when it cannot start.
 */
final class BrokerNode implements AutoCloseable {

    private final BrokerFaults faults = new BrokerFaults();
    private final ControllerServer controller;
    private final BrokerServer broker;

    private BrokerNode(BrokerListeners listeners, BrokerStorage storage) throws IOException {
        var config = new KafkaConfig(BrokerSettings.of(storage.directory(), listeners), false);
        var shared = new SharedServer(
                config,
                storage.properties(),
                Time.SYSTEM,
                new Metrics(),
                CompletableFuture.completedFuture(
                        QuorumConfig.parseVoterConnections(config.quorumConfig().voters())),
                List.of(),
                faults,
                listeners);
        this.controller = new ControllerServer(shared, KafkaRaftServer.configSchema(), storage.bootstrap());
        this.broker = new BrokerServer(shared);
    }

    static BrokerNode start(BrokerListeners listeners, BrokerStorage storage) throws IOException {
        var node = new BrokerNode(listeners, storage);
        try {
            // the controller first: it hands its addresses to the raft client both share
            node.controller.startup();
            node.broker.startup();
            node.faults.endProcess(true);
            return node;
        } catch (RuntimeException e) {
            node.close();
            throw e;
        }
    }

    @Override
    public void close() {
        faults.endProcess(false);
        broker.shutdown();
        controller.shutdown();
        broker.awaitShutdown();
        controller.awaitShutdown();
    }
}
