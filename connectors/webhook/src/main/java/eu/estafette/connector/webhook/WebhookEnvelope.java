package eu.estafette.connector.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.estafette.contract.message.Notice;
import eu.estafette.kit.delivery.Delivery;
import eu.estafette.kit.notice.NoticeJson;
import eu.estafette.kit.party.DeliveryAddress;
import java.net.URI;
import java.time.InstantSource;

/** Puts a notice into a CloudEvent (structured mode) and signs it. */
final class WebhookEnvelope {

    static final String TYPE = "eu.estafette.case.v1.notice.notify.created";
    static final String SOURCE = "urn:estafette:hub";
    static final String SERVICE = "eu.estafette.case.v1";

    private static final JsonMapper JSON = new JsonMapper();
    private static final ObjectWriter WRITER = JSON.writer();

    private final NoticeJson notices;
    private final InstantSource realTime;

    /** @param realTime receivers compare a message's age with their own clock, so never the hub's */
    WebhookEnvelope(NoticeJson notices, InstantSource realTime) {
        this.notices = notices;
        this.realTime = realTime;
    }

    WebhookMessage seal(Delivery delivery) {
        Notice notice = delivery.notice();
        DeliveryAddress address = delivery.address();
        String body = body(notice, delivery.party().language());
        long timestamp = realTime.instant().getEpochSecond();
        var secrets = new WebhookSecrets(address.all(WebhookConnector.SECRET));
        return new WebhookMessage(
                URI.create(address.setting(WebhookConnector.URL).orElseThrow()),
                notice.getNoticeId(),
                timestamp,
                secrets.sign(notice.getNoticeId(), timestamp, body),
                body);
    }

    private String body(Notice notice, String language) {
        ObjectNode event = JSON.createObjectNode()
                .put("specversion", "1.0")
                .put("id", notice.getNoticeId())
                .put("source", SOURCE)
                .put("type", TYPE)
                .put("service", SERVICE)
                .put("time", notice.getCreatedAt().toString())
                .put("datacontenttype", "application/json");
        event.set("data", notices.of(notice, language));
        try {
            return WRITER.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a JSON tree can always be written", e);
        }
    }
}
