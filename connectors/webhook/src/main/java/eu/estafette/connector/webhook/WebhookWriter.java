package eu.estafette.connector.webhook;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.estafette.contract.message.Notice;
import eu.estafette.domain.party.PartyId;
import eu.estafette.kit.delivery.Delivery;
import eu.estafette.kit.notice.NoticeJson;

/** Writes a notice as a structured CloudEvent. Every call made for a notice has the same body. */
final class WebhookWriter {

    private static final ObjectWriter JSON = JsonMapper.builder()
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build()
            .writer();

    private final NoticeJson notices;

    WebhookWriter(NoticeJson notices) {
        this.notices = notices;
    }

    WebhookMessage write(Delivery delivery) {
        Notice notice = delivery.notice();
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("specversion", "1.0");
        event.put("id", notice.getNoticeId());
        event.put("source", PartyId.HUB_SOURCE);
        event.put("type", "eu.estafette.case.v1.notice.notify.created");
        event.put("service", "eu.estafette.case.v1");
        event.put("time", notice.getCreatedAt().toString());
        event.put("datacontenttype", "application/json");
        event.set("data", notices.of(notice, delivery.party().language()));
        return new WebhookMessage(notice.getNoticeId(), new WebhookSettings(delivery.address()).read(), text(event));
    }

    private static String text(ObjectNode event) {
        try {
            return JSON.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of JSON cannot be written", e);
        }
    }
}
