package eu.estafette.hub.keeping;

import static eu.estafette.hub.keeping.KeepingRig.DELIVERY;
import static eu.estafette.hub.keeping.KeepingRig.OLD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.estafette.hub.delivery.rig.TestBroker;
import eu.estafette.hub.topics.ClusterFacts;
import eu.estafette.hub.topics.KeptRecords;
import eu.estafette.schemas.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A broker that forgets positions after a week, as Kafka's own default has it, and topics that somebody changed. */
class StartCheckIT {

    private static final KeepingSettings SETTINGS = new KeepingSettings(
            Duration.ofHours(1), Duration.ofDays(30), Duration.ofDays(30), Duration.ofDays(14), Duration.ofDays(90));

    private static TestBroker broker;
    private static KeepingRig rig;

    @BeforeAll
    static void start() throws Exception {
        broker = new TestBroker();
        rig = new KeepingRig(broker);
    }

    @AfterAll
    static void stop() throws Exception {
        rig.close();
        broker.close();
    }

    @Test
    void allFaultsAreToldAtOnceEachWithItsTwoSides() throws Exception {
        // Given
        rig.make("kept", Map.of("retention.ms", "86400000", "retention.bytes", "1000000"));
        rig.make("compacted", Map.of());
        rig.withParty("gone").write(Topics.lane("gone"), 3, OLD);
        rig.commit(DELIVERY, Topics.lane("gone"), 1);
        rig.put(Topics.dead("gone"), "N1-A", "notice", OLD, Map.of());
        rig.put(Topics.parked("gone"), "N1-B", "notice", OLD, Map.of());
        rig.put(Topics.parked("gone"), "N1-C", "notice", OLD, Map.of());
        rig.withParty("left-in-order").write(Topics.lane("left-in-order"), 2, OLD);
        rig.commit(DELIVERY, Topics.lane("left-in-order"), 2);
        List<NewTopic> plan = List.of(
                new NewTopic("kept", 1, (short) 1).configs(Map.of("retention.ms", "-1")),
                new NewTopic("compacted", 1, (short) 1).configs(Map.of("cleanup.policy", "compact")));

        // When
        List<String> faults = faults(plan, Map.of("stays", Duration.ofDays(60)));

        // Then
        assertThat(faults)
                .anySatisfy(fault -> assertThat(fault)
                        .startsWith("the broker's offsets.retention.minutes (P7D) contradicts what the hub needs"))
                .contains(
                        "retention.ms=86400000 of topic kept contradicts the plan, which needs retention.ms=-1",
                        "retention.bytes=1000000 of topic kept contradicts the plan, which needs retention.bytes=-1",
                        "cleanup.policy=delete of topic compacted contradicts the plan, which needs"
                                + " cleanup.policy=compact",
                        "party gone is in no configuration, and 2 notices wait on its lane, 1 are dead and 2 are parked:"
                                + " put it back until they are delivered, replayed or discarded")
                .noneSatisfy(fault -> assertThat(fault).contains("left-in-order"));
    }

    private static List<String> faults(List<NewTopic> plan, Map<String, Duration> outages) {
        var check = new StartCheck(new ClusterFacts(broker.admin()), new KeptRecords(broker.connection()));
        StartRefusedException refused = catchThrowableOfType(
                StartRefusedException.class, () -> check.run(plan, SETTINGS, outages, Duration.ofDays(1), DELIVERY));
        return refused == null ? new ArrayList<>() : refused.faults();
    }
}
