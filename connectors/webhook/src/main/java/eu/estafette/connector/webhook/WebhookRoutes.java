package eu.estafette.connector.webhook;

import eu.estafette.kit.delivery.Delivery;
import eu.estafette.kit.delivery.DeliveryResult.Refused;
import eu.estafette.kit.notice.NoticeJson;
import eu.estafette.schemas.PayloadException;
import eu.estafette.schemas.UnknownContractException;
import java.time.InstantSource;
import java.util.OptionalInt;
import org.apache.camel.builder.RouteBuilder;

/**
 * The way of a notice to a webhook. Crash window: once it is posted, the partner may have it and the hub not know; it is then posted again
 * with the same {@code webhook-id}.
 */
public final class WebhookRoutes extends RouteBuilder implements AutoCloseable {

    private static final Refused UNREADABLE = new Refused(
            "UNREADABLE", OptionalInt.empty(), "the notice's own content cannot be read; nobody was called");

    private final WebhookEnvelope envelope;
    private final WebhookPost post;
    private final WebhookJudgement judgement;

    public WebhookRoutes(NoticeJson notices, WebhookTimeouts timeouts, InstantSource realTime) {
        this.envelope = new WebhookEnvelope(notices, realTime);
        this.post = new WebhookPost(timeouts);
        this.judgement = new WebhookJudgement(realTime);
    }

    @Override
    public void configure() {
        onException(PayloadException.class, UnknownContractException.class)
                .handled(true)
                .setBody(constant(UNREADABLE));

        from(WebhookConnector.DELIVER)
                .routeId("webhook.deliver")
                .transform()
                .body(Delivery.class, envelope::seal)
                .transform()
                .body(WebhookMessage.class, post::send)
                .transform()
                .body(WebhookReply.class, judgement::of);
    }

    @Override
    public void close() {
        post.close();
    }
}
