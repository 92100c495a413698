package eu.estafette.connector.zgw;

import eu.estafette.kit.party.PartyRegistry;
import eu.estafette.kit.poll.PollerInbox;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;

/** The way of a notification to its door. Whoever may come in is known by the party's own secret, so no token of the hub is asked for. */
public final class NotificationRoutes extends RouteBuilder {

    /** What lies under it needs no token. */
    public static final String PATH = "/api/zgw";

    private static final int LIMIT = 64 * 1024;
    private static final String RETRY_SECONDS = "10";

    private final NotificationDoor door;

    public NotificationRoutes(PartyRegistry parties, PollerInbox inbox) {
        door = new NotificationDoor(parties, inbox);
    }

    /** Where a party's notifications go, below the hub's own address. */
    static String callback(String party) {
        return PATH + "/" + party + "/notifications";
    }

    @Override
    public void configure() {
        // spotless:off
        from("platform-http:" + callback("{party}") + "?httpMethodRestrict=POST&useStreaming=true")
            .routeId("zgw.notified").noStreamCaching()
            .process(this::take).id("zgw.notified.take");
        // spotless:on
    }

    private void take(Exchange exchange) throws IOException {
        Message call = exchange.getMessage();
        byte[] body = body(call);
        DoorAnswer answer = body.length > LIMIT
                ? DoorAnswer.TOO_LARGE
                : door.take(header(call, "party"), header(call, "Authorization"), body);
        call.removeHeaders("*");
        call.setHeader(Exchange.HTTP_RESPONSE_CODE, answer.status());
        if (answer.status() == DoorAnswer.LATER.status()) {
            call.setHeader("Retry-After", RETRY_SECONDS);
        }
        if (answer.body().length > 0) {
            call.setHeader(Exchange.CONTENT_TYPE, "application/problem+json");
        }
        call.setBody(answer.body());
    }

    private static byte[] body(Message call) throws IOException {
        try (InputStream body = call.getBody(InputStream.class)) {
            return body == null ? new byte[0] : body.readNBytes(LIMIT + 1);
        }
    }

    private static String header(Message call, String name) {
        return Optional.ofNullable(call.getHeader(name, String.class)).orElse("");
    }
}
