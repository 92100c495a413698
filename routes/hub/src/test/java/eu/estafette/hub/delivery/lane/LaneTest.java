package eu.estafette.hub.delivery.lane;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.hub.delivery.circuit.CircuitState;
import eu.estafette.kit.delivery.DeliveryResult;
import eu.estafette.kit.delivery.DeliveryResult.Delivered;
import eu.estafette.kit.delivery.DeliveryResult.Gone;
import eu.estafette.kit.delivery.DeliveryResult.PartnerTrouble;
import eu.estafette.kit.delivery.DeliveryResult.Refused;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class LaneTest {

    private static final DeliveryResult DELIVERED = new Delivered(OptionalInt.of(204));
    private static final DeliveryResult TROUBLE =
            new PartnerTrouble("SERVER_ERROR", OptionalInt.of(503), "HTTP 503", Optional.empty());

    @Test
    void theWindowBoundsTheCallsUnderWay() {
        var calling = new Calling(2);
        readCases(calling, 5);

        List<Call> calls = calling.start();

        assertThat(calls).extracting(Calling::caseOf).containsExactly("C1", "C2");
        calling.lane.ended(calling.ended(calls.getFirst(), 1, DELIVERED));
        assertThat(calling.start()).extracting(Calling::caseOf).containsExactly("C3");
    }

    @Test
    void aCasesNextNoticeWaitsUntilTheOneBeforeIsWrittenAndNotOnlyEnded() {
        var calling = new Calling(8);
        calling.read("C1", 1);
        calling.read("C1", 2);
        Call first = calling.start().getFirst();

        calling.lane.ended(calling.ended(first, 1, DELIVERED));
        assertThat(calling.start()).isEmpty();
        calling.partition.unfinished().finish(first.record(), false);
        calling.partition.next(first, Optional.empty());

        assertThat(calling.start()).hasSize(1);
    }

    @Test
    void troubleOpensTheCircuitAndTheProbeIsAnotherCase() {
        var calling = new Calling(1);
        readCases(calling, 3);
        Call first = calling.start().getFirst();

        calling.lane.ended(calling.ended(first, 1, TROUBLE));
        calling.partition.again(first, Tries.NONE, calling.clocks.after(Duration.ZERO));

        assertThat(calling.start()).isEmpty();
        assertThat(calling.lane.wants(calling.partition, 100)).isFalse();
        calling.time.passes(Duration.ofSeconds(1));
        assertThat(calling.start()).extracting(Calling::caseOf).containsExactly("C2");
    }

    @Test
    void aWindowFullOfFailuresCountsAsOne() {
        var calling = new Calling(8);
        readCases(calling, 8);
        List<Call> calls = calling.start();

        calls.forEach(call -> {
            calling.lane.ended(calling.ended(call, 1, TROUBLE));
            calling.partition.again(call, Tries.NONE, calling.clocks.after(Duration.ZERO));
        });

        assertThat(calling.lane.status().retryAt())
                .contains(calling.clocks.now().plusSeconds(1));
        calling.time.passes(Duration.ofSeconds(1));
        assertThat(calling.start()).hasSize(1);
    }

    @Test
    void aRefusalShowsThatThePartnerCanBeReached() {
        var calling = new Calling(1);
        readCases(calling, 2);
        Call first = calling.start().getFirst();
        calling.lane.ended(calling.ended(first, 1, TROUBLE));
        calling.partition.again(first, Tries.NONE, calling.clocks.after(Duration.ZERO));
        calling.time.passes(Duration.ofSeconds(1));
        Call probe = calling.start().getFirst();

        calling.lane.ended(calling.ended(probe, 1, new Refused("REFUSED", OptionalInt.of(422), "HTTP 422")));

        assertThat(calling.lane.status().circuit()).isEqualTo(CircuitState.CLOSED);
    }

    @Test
    void anUnreadableRecordSaysNothingOfThePartner() {
        var calling = new Calling(1);
        readCases(calling, 2);
        Call first = calling.start().getFirst();
        calling.lane.ended(calling.ended(first, 1, TROUBLE));
        calling.partition.again(first, Tries.NONE, calling.clocks.after(Duration.ZERO));
        calling.time.passes(Duration.ofSeconds(1));
        Call probe = calling.start().getFirst();

        calling.lane.ended(new Ended(
                probe,
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Refused("UNREADABLE", OptionalInt.empty(), "no notice")),
                calling.clocks.now()));

        assertThat(calling.lane.status().circuit()).isEqualTo(CircuitState.OPEN);
        assertThat(calling.start()).hasSize(1);
    }

    @Test
    void whatWasAskedBackSaysNothingOfThePartner() {
        var calling = new Calling(1);
        readCases(calling, 2);
        Call first = calling.start().getFirst();
        calling.lane.ended(calling.ended(first, 1, TROUBLE));
        calling.partition.again(first, Tries.NONE, calling.clocks.after(Duration.ZERO));
        calling.time.passes(Duration.ofSeconds(1));
        Call probe = calling.start().getFirst();

        calling.lane.ended(calling.caught(probe, 1));

        assertThat(calling.lane.status().circuit()).isEqualTo(CircuitState.OPEN);
        assertThat(calling.start()).hasSize(1);
    }

    @Test
    void noCallStartsWhereItIsNotKnownWhatWasAskedBack() {
        var calling = new Calling(1);
        readCases(calling, 1);

        assertThat(calling.lane.start(List.of())).isEmpty();
        assertThat(calling.lane.start(calling.lane.ready())).isPresent();
    }

    @Test
    void goneEndsAllCalls() {
        var calling = new Calling(1);
        readCases(calling, 2);

        calling.lane.ended(calling.ended(calling.start().getFirst(), 1, new Gone("HTTP 410")));
        calling.time.passes(Duration.ofDays(400));

        assertThat(calling.start()).isEmpty();
        assertThat(calling.lane.status().trouble()).contains("HTTP 410");
    }

    @Test
    void aPlaceInTheWindowStaysTakenUntilTheCallEndsWhoeverOwnsTheLane() {
        var calling = new Calling(1);
        readCases(calling, 2);
        Call lost = calling.start().getFirst();

        calling.partition.tenure().release();
        calling.lane.remove(calling.partition);
        var again = new LanePartition(calling.partition.id(), calling.clocks);
        Calling.startAt(again, 0, LedgerEntry.NOTHING);
        again.read((LaneRecord) lost.record());
        calling.lane.add(again);

        assertThat(calling.start()).isEmpty();
        calling.lane.ended(calling.ended(lost, 1, DELIVERED));
        assertThat(calling.start()).hasSize(1);
    }

    @Test
    void aLaneThatIsAssignedWhileItsCircuitIsOpenReadsSomethingToProbeWith() {
        var calling = new Calling(1);
        readCases(calling, 1);
        calling.lane.ended(calling.ended(calling.start().getFirst(), 1, TROUBLE));
        calling.partition.tenure().release();
        calling.lane.remove(calling.partition);

        var again = new LanePartition(calling.partition.id(), calling.clocks);
        Calling.startAt(again, 0, LedgerEntry.NOTHING);
        calling.lane.add(again);

        assertThat(calling.lane.wants(again, 100)).isTrue();
    }

    @Test
    void whatTheLedgerKnowsAsFinishedIsNotCalled() {
        var calling = new Calling(8);
        Calling.startAt(calling.partition, 0, new LedgerEntry(4, List.of(0L, 2L)));
        readCases(calling, 5);

        assertThat(calling.start()).extracting(Calling::caseOf).containsExactly("C1", "C3", "C5");
    }

    @Test
    void readingAheadEndsWhereEnoughIsRead() {
        var calling = new Calling(1);
        readCases(calling, 3);

        assertThat(calling.lane.wants(calling.partition, 4)).isTrue();
        assertThat(calling.lane.wants(calling.partition, 3)).isFalse();
    }

    private static void readCases(Calling calling, int cases) {
        for (int one = 1; one <= cases; one++) {
            calling.read("C" + one, 1);
        }
    }
}
