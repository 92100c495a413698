package eu.estafette.connector.webhook;

import eu.estafette.domain.party.PartyId;
import eu.estafette.kit.delivery.Delivery;
import eu.estafette.kit.notice.NoticeCloudEvent;
import eu.estafette.kit.notice.NoticeJson;

/** Writes a notice as a structured CloudEvent. */
final class WebhookWriter {

    private final NoticeJson notices;

    WebhookWriter(NoticeJson notices) {
        this.notices = notices;
    }

    WebhookMessage write(Delivery delivery) {
        NoticeCloudEvent event = NoticeCloudEvent.of(delivery, notices, PartyId.HUB_SOURCE);
        return new WebhookMessage(event.id(), new WebhookSettings(delivery.address()).read(), event.structured());
    }
}
