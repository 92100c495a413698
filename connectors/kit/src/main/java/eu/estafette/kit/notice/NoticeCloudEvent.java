package eu.estafette.kit.notice;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.estafette.contract.message.Notice;
import eu.estafette.kit.delivery.Delivery;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A notice as CloudEvent 1.0, with Belgif's {@code service}. The same for every call made for it.
 *
 * @param attributes of the context, in the order in which they are written; none is about a person
 * @param data       what the receiver may know
 */
public record NoticeCloudEvent(Map<String, String> attributes, ObjectNode data) {

    private static final ObjectWriter JSON = JsonMapper.builder()
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build()
            .writer();

    /**
     * @param source as whom the hub speaks
     * @throws eu.estafette.schemas.PayloadException as {@link NoticeJson#of}
     */
    public static NoticeCloudEvent of(Delivery delivery, NoticeJson notices, String source) {
        Notice notice = delivery.notice();
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("specversion", "1.0");
        attributes.put("id", notice.getNoticeId());
        attributes.put("source", source);
        attributes.put("type", "eu.estafette.case.v1.notice.notify.created");
        attributes.put("service", "eu.estafette.case.v1");
        attributes.put("time", notice.getCreatedAt().toString());
        attributes.put("datacontenttype", "application/json");
        return new NoticeCloudEvent(
                attributes, notices.of(notice, delivery.party().language()));
    }

    public String id() {
        return attributes.getOrDefault("id", "");
    }

    /** All of it as one JSON text. */
    public String structured() {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        attributes.forEach(event::put);
        event.set("data", data);
        return text(event);
    }

    /** The data alone, for the binary mode. */
    public String content() {
        return text(data);
    }

    private static String text(ObjectNode event) {
        try {
            return JSON.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of JSON cannot be written", e);
        }
    }

    /** The data is about a person. */
    @Override
    public String toString() {
        return attributes.toString();
    }
}
