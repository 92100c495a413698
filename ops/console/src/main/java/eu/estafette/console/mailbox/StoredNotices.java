package eu.estafette.console.mailbox;

import com.fasterxml.jackson.databind.JsonNode;
import eu.estafette.contract.message.Notice;
import eu.estafette.schemas.Topics;
import org.apache.kafka.common.serialization.Deserializer;

/** Reads notices back from the bytes that stood on the topic. */
public final class StoredNotices {

    private final Deserializer<Notice> deserializer;
    private final NoticeFormat format;

    public StoredNotices(Deserializer<Notice> deserializer, NoticeFormat format) {
        this.deserializer = deserializer;
        this.format = format;
    }

    public JsonNode toJson(byte[] body) {
        return format.write(deserializer.deserialize(Topics.NOTICES, body));
    }
}
