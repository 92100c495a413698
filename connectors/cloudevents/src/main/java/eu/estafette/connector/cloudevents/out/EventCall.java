package eu.estafette.connector.cloudevents.out;

import eu.estafette.kit.delivery.Delivery;
import eu.estafette.kit.notice.NoticeCloudEvent;
import eu.estafette.kit.notice.NoticeJson;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;

/** A notice on its way to a partner, as it will be posted, but for the token. */
record EventCall(EventAddress address, NoticeCloudEvent event, byte[] body) {

    static EventCall of(Delivery delivery, NoticeJson notices) {
        EventAddress address = new EventSettings(delivery.address()).read();
        NoticeCloudEvent event = NoticeCloudEvent.of(delivery, notices, address.source());
        String text = address.binary() ? event.content() : event.structured();
        return new EventCall(address, event, text.getBytes(StandardCharsets.UTF_8));
    }

    boolean isTooLarge() {
        return !address.profile().takes(body.length);
    }

    HttpRequest request(String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.url())
                .header("user-agent", "Estafette")
                .header("authorization", "Bearer " + token)
                .POST(BodyPublishers.ofByteArray(body));
        if (address.binary()) {
            event.attributes().forEach((name, value) -> header(request, name, value));
        } else {
            request.header("content-type", "application/cloudevents+json; charset=UTF-8");
        }
        return request.build();
    }

    /** HTTP protocol binding 3.1.3: the data's type is the body's, and what is not plain ASCII is percent-encoded. */
    private static void header(HttpRequest.Builder request, String name, String value) {
        if (name.equals("datacontenttype")) {
            request.header("content-type", value);
        } else {
            request.header("ce-" + name, encoded(value));
        }
    }

    private static String encoded(String value) {
        var text = new StringBuilder();
        value.codePoints().forEach(point -> {
            boolean plain = point > ' ' && point < 0x7F && point != '"' && point != '%';
            String one = Character.toString(point);
            text.append(
                    plain ? one : URLEncoder.encode(one, StandardCharsets.UTF_8).replace("+", "%20"));
        });
        return text.toString();
    }

    /** The body is about a person. */
    @Override
    public String toString() {
        return event.id() + " to " + address;
    }
}
