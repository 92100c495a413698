package eu.estafette.hub.delivery.parking;

import static eu.estafette.hub.delivery.rig.Waiting.until;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

/** What a new owner keeps of what it reads. */
class LeftTest {

    @Test
    void ofAHundredThousandDeadNoticesOnlyTheirPlacesAreKept() {
        // Given
        var left = new Left();
        List<WeakReference<byte[]>> values = new ArrayList<>();
        for (int one = 0; one < 100_000; one++) {
            byte[] value = new byte[100];
            values.add(new WeakReference<>(value));
            left.shelf(Shelf.DEAD, record("N1-" + one, one, value));
        }

        // When
        Parking parking = left.parking(false);

        // Then
        assertThat(parking.find("N1-99999")).contains(new SetAside(Shelf.DEAD, "N1-99999", "C9", 199_998, 99_999));
        assertThat(parking.find("N1-1").orElseThrow().caseId())
                .isSameAs(parking.find("N1-11").orElseThrow().caseId());
        until(() -> {
            System.gc();
            return values.stream().allMatch(value -> value.refersTo(null));
        });
        assertThat(parking.parkedCases()).isZero();
    }

    @Test
    void aParkedCaseGoesOnWhereItsOldestIsNotADeadOne() {
        // Given
        var left = new Left();
        left.shelf(Shelf.DEAD, record("N1-10", 10, new byte[1]));
        left.shelf(Shelf.PARKED, record("N1-20", 20, new byte[1]));
        left.state("C0", new CaseState("N1-10", Cause.NONE).toBytes());
        Parking parking = left.parking(true);
        assertThat(parking.isParked("C0")).isTrue();
        assertThat(parking.free(9, any -> true)).isEmpty();

        // When
        parking.remove("N1-10");

        // Then
        assertThat(parking.free(9, any -> true)).extracting(SetAside::noticeId).containsExactly("N1-20");
        parking.remove("N1-20");
        assertThat(parking.isParked("C0")).isFalse();
    }

    @Test
    @SuppressWarnings("NullAway") // Kafka's value may be null whatever its type says
    void aTombstoneEndsWhatStoodThere() {
        var left = new Left();
        left.shelf(Shelf.DEAD, record("N1-10", 10, new byte[1]));
        left.state("C0", new CaseState("N1-10", Cause.NONE).toBytes());

        left.shelf(Shelf.DEAD, record("N1-10", 11, null));
        left.state("C0", null);

        Parking parking = left.parking(true);
        assertThat(parking.find("N1-10")).isEmpty();
        assertThat(parking.isParked("C0")).isFalse();
    }

    @SuppressWarnings("NullAway") // a tombstone has no value
    private static ConsumerRecord<byte[], byte[]> record(String noticeId, int offset, byte[] value) {
        var headers = new RecordHeaders();
        FailureHeaders.put(headers, FailureHeaders.CASE_ID, "C" + offset % 10);
        FailureHeaders.put(headers, FailureHeaders.LANE_OFFSET, 2L * offset);
        return new ConsumerRecord<>(
                "estafette.dead.coach",
                0,
                offset,
                0L,
                TimestampType.CREATE_TIME,
                0,
                0,
                noticeId.getBytes(UTF_8),
                value,
                headers,
                Optional.empty());
    }
}
