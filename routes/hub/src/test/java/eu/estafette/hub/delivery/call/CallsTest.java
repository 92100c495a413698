package eu.estafette.hub.delivery.call;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.hub.delivery.lane.Call;
import eu.estafette.hub.delivery.lane.Calling;
import eu.estafette.hub.delivery.lane.Ended;
import eu.estafette.hub.delivery.parking.ShelfReader;
import eu.estafette.hub.delivery.rig.Notices;
import eu.estafette.hub.delivery.rig.OwnEncoding;
import eu.estafette.hub.delivery.rig.Parties;
import eu.estafette.kit.delivery.DeliveryResult.Delivered;
import eu.estafette.kit.delivery.DeliveryResult.PartnerTrouble;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CallsTest {

    private final AtomicInteger called = new AtomicInteger();
    private final Queue<Long> nanos = new ArrayDeque<>();

    @Test
    void aCallIsMadeSoonAfterItWasBegun() throws Exception {
        Ended ended = ended(Duration.ofMillis(10));

        assertThat(ended.result()).contains(new Delivered(OptionalInt.of(204)));
        assertThat(called).hasValue(1);
    }

    @Test
    void aCallThatCouldNotBeMadeForAWhileIsNotMade() throws Exception {
        Ended ended = ended(Duration.ofSeconds(9));

        assertThat(ended.result()).hasValueSatisfying(result -> assertThat(result)
                .isInstanceOfSatisfying(PartnerTrouble.class, trouble -> assertThat(trouble.code())
                        .isEqualTo("STOOD_STILL")));
        assertThat(called).hasValue(0);
    }

    /** @param pause between the beginning of the call and its turn on a thread */
    private Ended ended(Duration pause) throws Exception {
        nanos.addAll(List.of(0L, pause.toNanos()));
        var calling = new Calling(1);
        calling.read("C1", 1);
        Call call = calling.start().getFirst();
        try (var calls = new Calls(
                new NoticeReader(OwnEncoding.notices(), Notices.TOKENS),
                new ShelfReader(
                        () -> {
                            throw new IllegalStateException("nothing is set aside");
                        },
                        any -> Map.of()),
                delivery -> {
                    called.incrementAndGet();
                    return new Delivered(OptionalInt.of(204));
                },
                InstantSource.system(),
                nanos::remove)) {
            calls.begin(call, Parties.party(Calling.PARTY, 1));
            return calls.next(Duration.ofSeconds(10)).orElseThrow();
        }
    }
}
