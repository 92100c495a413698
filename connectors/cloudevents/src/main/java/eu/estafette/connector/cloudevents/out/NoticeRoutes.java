package eu.estafette.connector.cloudevents.out;

import eu.estafette.kit.delivery.Delivery;
import eu.estafette.kit.delivery.DeliveryResult;
import eu.estafette.kit.delivery.DeliveryResult.PartnerTrouble;
import eu.estafette.kit.delivery.DeliveryResult.Refused;
import eu.estafette.kit.http.AccessTokens;
import eu.estafette.kit.http.AccessTokens.Given;
import eu.estafette.kit.http.AccessTokens.Withheld;
import eu.estafette.kit.http.Classification;
import eu.estafette.kit.http.HttpAnswer;
import eu.estafette.kit.http.HttpAnswer.Status;
import eu.estafette.kit.http.HttpCalls;
import eu.estafette.kit.notice.NoticeJson;
import eu.estafette.schemas.PayloadException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.camel.builder.RouteBuilder;

/** A notice's way to a partner's door for events, from {@link Delivery} to {@link DeliveryResult}. */
public final class NoticeRoutes extends RouteBuilder {

    private static final int UNAUTHORIZED = 401;

    private static final Refused TOO_LARGE = new Refused(
            "TOO_LARGE", OptionalInt.empty(), "the event is larger than its profile allows, 64 KB; nothing was sent");

    private final NoticeJson notices;
    private final HttpCalls http;
    private final AccessTokens tokens;
    private final Classification classification;

    /** @param realTime of partners' Retry-After */
    public NoticeRoutes(NoticeJson notices, HttpCalls http, AccessTokens tokens, InstantSource realTime) {
        this.notices = notices;
        this.http = http;
        this.tokens = tokens;
        this.classification = new Classification(realTime);
    }

    @Override
    public void configure() {
        onException(PayloadException.class).handled(true).setBody(constant(Refused.UNREADABLE));

        // spotless:off
        from(CloudEventsOutbound.DELIVER)
                .routeId("cloudevents.deliver")
                .transform().body(Delivery.class, delivery -> EventCall.of(delivery, notices))
                .transform().body(EventCall.class, this::deliver);
        // spotless:on
    }

    private DeliveryResult deliver(EventCall call) {
        if (call.isTooLarge()) {
            return TOO_LARGE;
        }
        HttpAnswer answer = post(call);
        if (isUnauthorized(answer)) {
            // it may have ended early, as when the partner changes its keys
            tokens.drop(call.address().grant());
            answer = post(call);
        }
        return isUnauthorized(answer) ? unauthorized(call) : classification.of(answer);
    }

    private HttpAnswer post(EventCall call) {
        return switch (tokens.of(call.address().grant())) {
            case Given given -> http.call(call.request(given.token()));
            case Withheld withheld -> withheld.answer();
        };
    }

    private static boolean isUnauthorized(HttpAnswer answer) {
        return answer instanceof Status status && status.status() == UNAUTHORIZED;
    }

    /** An agreement that is over makes no notice wrong: all of them wait for a new one. */
    private static PartnerTrouble unauthorized(EventCall call) {
        return new PartnerTrouble(
                "HTTP_401",
                OptionalInt.of(UNAUTHORIZED),
                call.address() + " answered 401: it takes no token of ours; ask the partner",
                Optional.empty());
    }
}
