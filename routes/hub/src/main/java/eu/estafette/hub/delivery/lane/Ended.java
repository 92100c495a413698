package eu.estafette.hub.delivery.lane;

import eu.estafette.kit.delivery.DeliveryResult;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A call that has ended.
 *
 * @param source the record that the notice was read from; absent where it could not be fetched
 * @param notice absent where the record could not be read, so that nobody was called
 * @param result absent where nobody was called, because that was not the purpose or the notice had been asked back
 * @param at     the hub's time
 */
public record Ended(
        Call call,
        Optional<ConsumerRecord<byte[], byte[]>> source,
        Optional<LaneNotice> notice,
        Optional<DeliveryResult> result,
        Instant at) {

    /** Whether the partner was called. */
    public boolean isOfPartner() {
        return call.isOfPartner() && notice.isPresent() && result.isPresent();
    }

    /** The id of its notice; of what could not be read its place on the lane. */
    public String noticeId() {
        String place = call.partition().id() + "-" + call.record().offset();
        return switch (call.record()) {
            case LaneRecord ignored ->
                notice.map(read -> read.notice().getNoticeId()).orElse(place);
            case BroughtBack back -> back.aside().noticeId();
        };
    }
}
