package eu.estafette.hub.keeping;

import eu.estafette.hub.topics.KeptRecords;
import eu.estafette.schemas.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Parties that have topics and are in no configuration any more. What is open for one of them would be open for ever. */
final class DepartedParties {

    private final KeptRecords records;
    private final Map<TopicPartition, OffsetAndMetadata> positions;

    /** @param positions of the delivery on the lanes */
    DepartedParties(KeptRecords records, Map<TopicPartition, OffsetAndMetadata> positions) {
        this.records = records;
        this.positions = positions;
    }

    /**
     * Those that still have something open, each in a sentence.
     *
     * @param topics  all that exist
     * @param parties those that are configured
     */
    List<String> withOpenWork(Set<String> topics, Set<String> parties) {
        Set<String> departed = new TreeSet<>();
        String lane = Topics.lane("");
        topics.stream()
                .filter(topic -> topic.startsWith(lane))
                .map(Topics::partyOfLane)
                .filter(party -> !parties.contains(party))
                .forEach(departed::add);
        List<String> faults = new ArrayList<>();
        for (String party : departed) {
            long waiting = waiting(party);
            long dead = live(topics, Topics.dead(party));
            long parked = live(topics, Topics.parked(party));
            if (waiting + dead + parked > 0) {
                faults.add("party " + party + " is in no configuration, and " + waiting + " notices wait on its lane, "
                        + dead + " are dead and " + parked
                        + " are parked: put it back until they are delivered, replayed or discarded");
            }
        }
        return faults;
    }

    /** From the committed position on; what the ledger knows to be finished above it counts, as it goes with the rest. */
    private long waiting(String party) {
        long[] waiting = {0};
        records.each(List.of(Topics.lane(party)), record -> {
            OffsetAndMetadata position = positions.get(new TopicPartition(record.topic(), record.partition()));
            if (position == null || record.offset() >= position.offset()) {
                waiting[0]++;
            }
        });
        return waiting[0];
    }

    private long live(Set<String> topics, String topic) {
        return topics.contains(topic) ? records.live(topic).size() : 0;
    }
}
