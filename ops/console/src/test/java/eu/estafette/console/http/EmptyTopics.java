package eu.estafette.console.http;

import eu.estafette.schemas.Topics;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/** Topics that exist and hold nothing: the projector follows, and tests fill the tables themselves. */
final class EmptyTopics {

    private EmptyTopics() {}

    static Consumer<byte[], byte[]> consumer() {
        var consumer = new MockConsumer<byte[], byte[]>("none");
        List<String> topics = List.of(Topics.JOURNAL, Topics.NOTICES, Topics.CASES, Topics.INVALID);
        Map<TopicPartition, Long> zero = topics.stream()
                .map(topic -> new TopicPartition(topic, 0))
                .collect(Collectors.toMap(partition -> partition, partition -> 0L));
        topics.forEach(topic -> consumer.updatePartitions(
                topic, List.of(new PartitionInfo(topic, 0, Node.noNode(), new Node[0], new Node[0]))));
        consumer.updateBeginningOffsets(zero);
        consumer.updateEndOffsets(zero);
        return consumer;
    }
}
