package eu.estafette.hub.delivery.rig;

import eu.estafette.schemas.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.test.KafkaClusterTestKit;
import org.apache.kafka.common.test.TestKitNodes;

/** A real broker in this JVM, with the topics that all parties share. */
public final class TestBroker implements AutoCloseable {

    static final int EVENT_PARTITIONS = 6;

    private final KafkaClusterTestKit kafka;
    private final Admin admin;

    public TestBroker() throws Exception {
        kafka = new KafkaClusterTestKit.Builder(new TestKitNodes.Builder()
                        .setCombined(true)
                        .setNumBrokerNodes(1)
                        .setNumControllerNodes(1)
                        .build())
                .setConfigProp("offsets.topic.num.partitions", "1")
                .setConfigProp("offsets.topic.replication.factor", "1")
                .setConfigProp("transaction.state.log.num.partitions", "1")
                .setConfigProp("transaction.state.log.replication.factor", "1")
                .setConfigProp("transaction.state.log.min.isr", "1")
                .setConfigProp("group.initial.rebalance.delay.ms", "0")
                .setConfigProp("auto.create.topics.enable", "false")
                .build();
        kafka.format();
        kafka.startup();
        kafka.waitForReadyBrokers();
        admin = Admin.create(connection());
        create(List.of(
                new NewTopic(Topics.EVENTS, EVENT_PARTITIONS, (short) 1),
                new NewTopic(Topics.JOURNAL, EVENT_PARTITIONS, (short) 1)));
    }

    public Map<String, Object> connection() {
        return Map.of("bootstrap.servers", kafka.bootstrapServers());
    }

    public Admin admin() {
        return admin;
    }

    /** The topics that a party has of its own. */
    void createTopicsOf(List<String> parties) throws Exception {
        List<NewTopic> topics = new ArrayList<>();
        for (String party : parties) {
            topics.add(new NewTopic(Topics.lane(party), 1, (short) 1));
            topics.add(new NewTopic(Topics.ledger(party), 1, (short) 1));
            topics.add(new NewTopic(Topics.dead(party), 1, (short) 1).configs(Map.of("cleanup.policy", "compact")));
        }
        create(topics);
    }

    private void create(List<NewTopic> topics) throws Exception {
        admin.createTopics(topics).all().get();
    }

    @Override
    public void close() throws Exception {
        admin.close();
        kafka.close();
    }
}
