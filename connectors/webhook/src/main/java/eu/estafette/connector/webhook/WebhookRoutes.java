package eu.estafette.connector.webhook;

import eu.estafette.kit.delivery.Delivery;
import eu.estafette.kit.delivery.DeliveryResult.Refused;
import eu.estafette.kit.http.Classification;
import eu.estafette.kit.http.HttpAnswer;
import eu.estafette.kit.http.HttpCalls;
import eu.estafette.kit.notice.NoticeJson;
import eu.estafette.schemas.PayloadException;
import java.time.InstantSource;
import org.apache.camel.builder.RouteBuilder;

/** A notice's way to a partner's webhook, from {@link Delivery} to {@link eu.estafette.kit.delivery.DeliveryResult}. */
public final class WebhookRoutes extends RouteBuilder {

    private final WebhookWriter writer;
    private final WebhookSigner signer;
    private final HttpCalls http;
    private final Classification classification;

    /** @param realTime never the hub's own time: a partner compares the signature's time with its clock */
    public WebhookRoutes(NoticeJson notices, HttpCalls http, InstantSource realTime) {
        writer = new WebhookWriter(notices);
        signer = new WebhookSigner(realTime);
        this.http = http;
        classification = new Classification(realTime);
    }

    @Override
    public void configure() {
        onException(PayloadException.class).handled(true).setBody(constant(Refused.UNREADABLE));

        // spotless:off
        from(WebhookConnector.DELIVER)
                .routeId("webhook.deliver")
                .transform().body(Delivery.class, writer::write)
                .transform().body(WebhookMessage.class, signer::sign)
                .transform().body(SignedMessage.class, this::post)
                .transform().body(HttpAnswer.class, classification::of);
        // spotless:on
    }

    private HttpAnswer post(SignedMessage signed) {
        return http.call(signed.request());
    }
}
