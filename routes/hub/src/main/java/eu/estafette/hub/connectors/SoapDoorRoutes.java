package eu.estafette.hub.connectors;

import eu.estafette.kit.soap.door.SoapDoor;
import eu.estafette.kit.soap.door.SoapReply;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.builder.RouteBuilder;

/** The way of a SOAP message to the door of its standard, {@code POST /api/soap/<standard>}, and of the answer back. */
final class SoapDoorRoutes extends RouteBuilder {

    private static final int UNAUTHORIZED = 401;

    private final List<SoapDoor> doors;

    SoapDoorRoutes(List<SoapDoor> doors) {
        this.doors = List.copyOf(doors);
    }

    @Override
    public void configure() {
        for (SoapDoor door : doors) {
            // spotless:off
            from("platform-http:/api/soap/" + door.name() + "?httpMethodRestrict=POST&useStreaming=true")
                .routeId("soap." + door.name()).noStreamCaching()
                .process(exchange -> take(door, exchange)).id("soap." + door.name() + ".take");
            // spotless:on
        }
    }

    private static void take(SoapDoor door, Exchange exchange) throws IOException {
        Message message = exchange.getMessage();
        SoapReply reply;
        try (InputStream body = message.getBody(InputStream.class)) {
            reply = door.take(message.getHeaders(), body == null ? InputStream.nullInputStream() : body);
        }
        // the caller's own headers, his token among them, would otherwise be sent back to him
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, reply.status());
        message.setHeader(Exchange.CONTENT_TYPE, SoapReply.CONTENT_TYPE);
        reply.retryAfter().ifPresent(wait -> message.setHeader("Retry-After", wait.toSeconds()));
        if (reply.status() == UNAUTHORIZED) {
            message.setHeader("WWW-Authenticate", "Bearer");
        }
        message.setBody(reply.envelope());
    }
}
