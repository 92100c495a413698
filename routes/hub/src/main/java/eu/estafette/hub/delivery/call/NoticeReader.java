package eu.estafette.hub.delivery.call;

import eu.estafette.contract.message.Notice;
import eu.estafette.hub.delivery.lane.LaneNotice;
import eu.estafette.kit.token.Tokens;
import eu.estafette.schemas.Topics;
import eu.estafette.schemas.registry.RegistryException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;

/** Reads a notice from its lane, and finds the subject key under which its receipt is written. Thread-safe as its deserializer is. */
public final class NoticeReader {

    private final Deserializer<Notice> notices;
    private final Tokens tokens;

    public NoticeReader(Deserializer<Notice> notices, Tokens tokens) {
        this.notices = notices;
        this.tokens = tokens;
    }

    /**
     * @param lane   the topic that it is on, or was before it was set aside
     * @throws UnreadableNoticeException if the record will never be a notice of this lane's party
     * @throws RegistryException if the registry could not be asked; the record may be all right
     */
    @SuppressWarnings("NullAway") // Kafka's value may be null whatever its type says
    LaneNotice read(String lane, ConsumerRecord<byte[], byte[]> record) {
        byte[] value = record.value();
        if (value == null || value.length == 0) {
            throw new UnreadableNoticeException("the record has no value");
        }
        Notice notice = decoded(lane, value);
        return tokens.openNoticeId(notice.getNoticeId(), Topics.partyOfLane(lane))
                .map(reference -> new LaneNotice(notice, reference.subject()))
                .orElseThrow(() -> new UnreadableNoticeException(
                        "noticeId: not made by this hub for party " + Topics.partyOfLane(lane)));
    }

    private Notice decoded(String topic, byte[] value) {
        try {
            return notices.deserialize(topic, value);
        } catch (RegistryException e) {
            if (isRegistrysTrouble(e.fault())) {
                throw e;
            }
            throw new UnreadableNoticeException(String.valueOf(e.getMessage()));
        } catch (SerializationException e) {
            throw new UnreadableNoticeException(String.valueOf(e.getMessage()));
        }
    }

    private static boolean isRegistrysTrouble(RegistryException.Fault fault) {
        return switch (fault) {
            case AWAY, NOT_AUTHENTICATED, NOT_A_REGISTRY -> true;
            case UNKNOWN, INCOMPATIBLE, INVALID, ID_REUSED, UNREADABLE -> false;
        };
    }
}
