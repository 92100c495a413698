package eu.estafette.connector.webhook;

import eu.estafette.kit.delivery.Delivery;
import eu.estafette.kit.delivery.DeliveryResult.Refused;
import eu.estafette.kit.notice.NoticeJson;
import eu.estafette.schemas.PayloadException;
import java.time.InstantSource;
import java.util.OptionalInt;
import org.apache.camel.builder.RouteBuilder;

/** A notice's way to a partner's webhook, from {@link Delivery} to {@link eu.estafette.kit.delivery.DeliveryResult}. */
public final class WebhookRoutes extends RouteBuilder {

    private static final Refused UNREADABLE = new Refused(
            "UNREADABLE",
            OptionalInt.empty(),
            "the notice's content is not what its view's contract says; nothing was sent");

    private final WebhookWriter writer;
    private final WebhookSigner signer;
    private final WebhookHttp http;
    private final Classification classification;

    /** @param realTime never the hub's own time: a partner compares the signature's time with its clock */
    public WebhookRoutes(NoticeJson notices, WebhookTimeouts timeouts, InstantSource realTime) {
        writer = new WebhookWriter(notices);
        signer = new WebhookSigner(realTime);
        http = new WebhookHttp(timeouts);
        classification = new Classification(new RetryAfter(realTime));
    }

    @Override
    public void configure() throws Exception {
        getCamelContext().addService(http);

        onException(PayloadException.class).handled(true).setBody(constant(UNREADABLE));

        // spotless:off
        from(WebhookConnector.DELIVER)
                .routeId("webhook.deliver")
                .transform().body(Delivery.class, writer::write)
                .transform().body(WebhookMessage.class, signer::sign)
                .transform().body(SignedMessage.class, http::post)
                .transform().body(Answer.class, classification::of);
        // spotless:on
    }
}
