package eu.estafette.hub.polling;

import eu.estafette.schemas.Topics;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * That this process is to run what falls on one partition of {@code estafette.pollers}, for as long as the group says so. The topic is empty;
 * its position is committed in each transaction all the same, because that is what Kafka refuses to a member of a past generation.
 */
final class Tenancy {

    private final TopicPartition partition;
    private volatile ConsumerGroupMetadata member;
    private volatile boolean ended;

    /** @param member as the group knows this process now */
    Tenancy(int partition, ConsumerGroupMetadata member) {
        this.partition = new TopicPartition(Topics.POLLERS, partition);
        this.member = member;
    }

    /** Never for one that has ended: it must stay with the generation that it ended in, which is refused from then on. */
    void renew(ConsumerGroupMetadata now) {
        member = now;
    }

    boolean goesOn() {
        return !ended;
    }

    void end() {
        ended = true;
    }

    ConsumerGroupMetadata member() {
        return member;
    }

    Map<TopicPartition, OffsetAndMetadata> position() {
        return Map.of(partition, new OffsetAndMetadata(0));
    }
}
