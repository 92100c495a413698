package eu.estafette.hub.keeping;

import static eu.estafette.hub.keeping.KeepingRig.DELIVERY;
import static eu.estafette.hub.keeping.KeepingRig.OLD;
import static eu.estafette.hub.keeping.KeepingRig.ROUTER;
import static eu.estafette.hub.keeping.KeepingRig.YOUNG;
import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.hub.delivery.rig.TestBroker;
import eu.estafette.schemas.Topics;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** P8: no timer deletes open work. Each test has a party of its own; the events of all are on partition 0. */
class KeeperIT {

    private static TestBroker broker;
    private static KeepingRig rig;

    @BeforeAll
    static void start() throws Exception {
        broker = new TestBroker();
        rig = new KeepingRig(broker);
        rig.make(Topics.INVALID, Map.of("cleanup.policy", "compact"));
    }

    @AfterAll
    static void stop() throws Exception {
        rig.close();
        broker.close();
    }

    @Test
    void anEventGoesOnceItIsRoutedAndOldAndNothingRefersToIt() throws Exception {
        // Given: five old events and a young one, three of the old ones routed
        rig.write(Topics.EVENTS, 5, OLD);
        rig.write(Topics.EVENTS, 1, YOUNG);

        // When / Then: the router never ran
        rig.keep();
        assertThat(rig.left(Topics.EVENTS)).containsExactly(0L, 1L, 2L, 3L, 4L, 5L);

        // When / Then: it stands at 3, but the second is not decided upon by people
        rig.commit(ROUTER, Topics.EVENTS, 3);
        rig.put(Topics.INVALID, "0-1", "original", OLD, source(1));
        rig.keep();
        assertThat(rig.left(Topics.EVENTS)).containsExactly(1L, 2L, 3L, 4L, 5L);

        // When / Then: that is resolved
        rig.put(Topics.INVALID, "0-1", null, YOUNG, Map.of());
        assertThat(rig.keep()).containsEntry(Topics.EVENTS, 2L);
        assertThat(rig.left(Topics.EVENTS)).containsExactly(3L, 4L, 5L);

        // When / Then: all is routed, and one is young
        rig.commit(ROUTER, Topics.EVENTS, 6);
        rig.keep();
        assertThat(rig.left(Topics.EVENTS)).containsExactly(5L);
    }

    @Test
    void aNoticeStaysOnItsLaneUntilItIsDeliveredAndOld() throws Exception {
        // Given
        rig.withParty("waiting").write(Topics.lane("waiting"), 3, OLD);
        rig.write(Topics.lane("waiting"), 1, YOUNG);
        rig.commit(DELIVERY, Topics.lane("waiting"), 2);

        // When / Then
        rig.keep("waiting");
        assertThat(rig.left(Topics.lane("waiting"))).containsExactly(2L, 3L);

        // When / Then
        rig.commit(DELIVERY, Topics.lane("waiting"), 4);
        rig.keep("waiting");
        assertThat(rig.left(Topics.lane("waiting"))).containsExactly(3L);
    }

    @Test
    void whereADeadOrParkedNoticeCameFromStaysUntilItIsResolved() throws Exception {
        // Given
        rig.withParty("dead").write(Topics.lane("dead"), 5, OLD);
        rig.commit(DELIVERY, Topics.lane("dead"), 5);
        rig.put(Topics.dead("dead"), "N1-A", "notice", OLD, source(1));
        rig.put(Topics.parked("dead"), "N1-B", "notice", OLD, source(3));

        // When / Then
        rig.keep("dead");
        assertThat(rig.left(Topics.lane("dead"))).containsExactly(1L, 2L, 3L, 4L);
        assertThat(rig.left(Topics.dead("dead"))).hasSize(1);

        // When / Then
        rig.put(Topics.dead("dead"), "N1-A", null, YOUNG, Map.of());
        rig.keep("dead");
        assertThat(rig.left(Topics.lane("dead"))).containsExactly(3L, 4L);
        assertThat(rig.left(Topics.parked("dead"))).hasSize(1);
    }

    @Test
    void whatDoesNotSayWhereItCameFromKeepsAll() throws Exception {
        // Given
        rig.withParty("unknown").write(Topics.lane("unknown"), 2, OLD);
        rig.commit(DELIVERY, Topics.lane("unknown"), 2);
        rig.put(Topics.parked("unknown"), "N1-C", "notice", OLD, Map.of());

        // When
        rig.keep("unknown");

        // Then
        assertThat(rig.left(Topics.lane("unknown"))).containsExactly(0L, 1L);
    }

    @Test
    void theLastEntryOfALedgerStaysWhateverItsAge() throws Exception {
        // Given
        rig.withParty("ledger").write(Topics.ledger("ledger"), 3, OLD);

        // When
        rig.keep("ledger");

        // Then
        assertThat(rig.left(Topics.ledger("ledger"))).containsExactly(2L);
    }

    @Test
    void whatIsRemovedTwiceIsRemovedOnce() throws Exception {
        // Given
        rig.withParty("twice").write(Topics.lane("twice"), 2, OLD);
        rig.commit(DELIVERY, Topics.lane("twice"), 2);
        rig.keep("twice");

        // When / Then
        assertThat(rig.keep("twice")).doesNotContainKey(Topics.lane("twice"));
        assertThat(rig.left(Topics.lane("twice"))).isEqualTo(List.of());
    }

    @Test
    void aLookThatWasCutOffIsCompletedByTheNext() throws Exception {
        // Given: it got as far as the lane of one party
        rig.withParty("reached").write(Topics.lane("reached"), 2, OLD);
        rig.commit(DELIVERY, Topics.lane("reached"), 2);
        rig.withParty("not-reached").write(Topics.lane("not-reached"), 2, OLD);
        rig.commit(DELIVERY, Topics.lane("not-reached"), 2);
        rig.keep("reached");

        // When
        rig.keep("reached", "not-reached");

        // Then
        assertThat(rig.left(Topics.lane("reached"))).isEqualTo(List.of());
        assertThat(rig.left(Topics.lane("not-reached"))).isEqualTo(List.of());
    }

    private static Map<String, String> source(long offset) {
        return Map.of("__dlq.errors.partition", "0", "__dlq.errors.offset", Long.toString(offset));
    }
}
