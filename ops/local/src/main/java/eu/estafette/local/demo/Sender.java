package eu.estafette.local.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** Sends case events about one person as the partners' systems would. */
final class Sender {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HubClient hub;
    private final Journey sent;
    private final String subject;

    /**
     * @param sent    remembers all events of the demo
     * @param subject JSON of the person: scheme, number and names
     */
    Sender(HubClient hub, Journey sent, String subject) {
        this.hub = hub;
        this.sent = sent;
        this.subject = subject;
    }

    /**
     * @param type   short: {@code referral.requested}
     * @param fields the event's own fields as JSON members, quotes written as {@code '}
     */
    void send(String party, String type, String businessKey, String fields) throws IOException, InterruptedException {
        String now = OffsetDateTime.now(ZoneOffset.UTC).toString();
        String data =
                "{'subject':%s,'businessKey':'%s','action':'ORIGINAL',%s}".formatted(subject, businessKey, fields);
        ObjectNode event = JSON.createObjectNode()
                .put("specversion", "1.0")
                .put("id", UUID.randomUUID().toString())
                .put("source", "urn:estafette:party:" + party)
                .put("type", "eu.estafette.case.v1." + type.replace(".", ".notify."))
                .put("service", "eu.estafette.case.v1")
                .put("time", now)
                .put("datacontenttype", "application/json");
        event.set("data", JSON.readTree(data.replace('\'', '"')));
        sent.add(party, hub.post(party, event));
    }
}
