package eu.estafette.connector.zgw;

import eu.estafette.contract.message.Notice;
import eu.estafette.kit.delivery.Delivery;
import eu.estafette.kit.delivery.DeliveryResult.Refused;
import eu.estafette.kit.http.Classification;
import eu.estafette.kit.http.HttpAnswer;
import eu.estafette.kit.http.HttpCalls;
import eu.estafette.kit.notice.NoticeJson;
import eu.estafette.schemas.PayloadException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import org.apache.camel.builder.RouteBuilder;

/** A notice's way to a municipality that is notified, from {@link Delivery} to {@link eu.estafette.kit.delivery.DeliveryResult}. */
public final class ZgwRoutes extends RouteBuilder {

    private final NoticeJson notices;
    private final HttpCalls http;
    private final String hub;
    private final Classification classification;

    /**
     * @param notices  as they will be fetched: one that cannot be read is pointed to by nobody
     * @param baseUrl  where partners reach the hub, and fetch the notice
     * @param realTime of partners' Retry-After
     */
    public ZgwRoutes(NoticeJson notices, HttpCalls http, URI baseUrl, InstantSource realTime) {
        this.notices = notices;
        this.http = http;
        this.hub = baseUrl.toString().replaceAll("/+$", "");
        this.classification = new Classification(realTime);
    }

    @Override
    public void configure() {
        onException(PayloadException.class).handled(true).setBody(constant(Refused.UNREADABLE));

        // spotless:off
        from(ZgwOutbound.DELIVER)
                .routeId("zgw.deliver")
                .transform().body(Delivery.class, this::notify)
                .transform().body(HttpAnswer.class, classification::of);
        // spotless:on
    }

    private HttpAnswer notify(Delivery delivery) {
        NotifyAddress address = new NotifySettings(delivery.address()).read();
        notices.of(delivery.notice(), delivery.party().language());
        return http.call(HttpRequest.newBuilder(address.callback())
                .header("content-type", "application/json")
                .header("user-agent", "Estafette")
                .header("authorization", address.auth())
                .POST(BodyPublishers.ofString(
                        notification(delivery.notice(), address).json().toString()))
                .build());
    }

    /** Nothing of it is about the person: what there is to know, the municipality fetches, with a token of its own. */
    private Notification notification(Notice notice, NotifyAddress address) {
        return new Notification(
                address.channel(),
                URI.create(hub + "/api/cases/" + notice.getCaseRef()),
                "notice",
                URI.create(hub + "/api/notices/" + notice.getNoticeId()),
                "create",
                notice.getCreatedAt().atOffset(ZoneOffset.UTC),
                Map.of("doel", notice.getPurpose()));
    }
}
