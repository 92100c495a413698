package eu.estafette.connector.zgw;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import eu.estafette.domain.party.PartyId;
import eu.estafette.domain.party.Role;
import eu.estafette.kit.party.DeliveryAddress;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.party.Party.RecordFailure;
import eu.estafette.kit.party.Party.Region;
import eu.estafette.kit.rig.HttpPartner;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A municipality's case system on loopback: a Notificaties API that keeps subscriptions, and resources. */
final class Municipality implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, String> resources = new HashMap<>();
    private final ArrayNode subscriptions = JSON.createArrayNode();
    private final HttpPartner server;
    private int statusOfAll = 200;
    private String failing = "";
    private boolean refusesSubscriptions;

    Municipality() throws IOException {
        server = HttpPartner.thatDoes(this::answer);
    }

    URI notifications() {
        return server.url().resolve("/nrc/api/v1/");
    }

    URI resource(String name) {
        return server.url().resolve("/zaken/api/v1/" + name);
    }

    Party party() {
        return new Party(
                new PartyId("gemeente-utrecht"),
                Map.of("nl", "Utrecht"),
                Region.NL,
                Set.of(Role.REFERRER, Role.COMMISSIONER),
                false,
                List.of(),
                List.of("urn:estafette:party:gemeente-utrecht"),
                DeliveryAddress.OWN_MAILBOX,
                List.of(),
                List.of(),
                Optional.of("netherlands-municipality"),
                "nl",
                ZoneId.of("Europe/Amsterdam"),
                Duration.ofDays(30),
                8,
                Optional.empty(),
                Optional.empty(),
                RecordFailure.PARK_CASE,
                List.of(server.url().resolve("/zaken/api/").toString()),
                1,
                List.of(Addresses.receive(notifications())));
    }

    ArrayNode subscriptions() {
        return subscriptions;
    }

    HttpPartner server() {
        return server;
    }

    synchronized void has(String name, String content) {
        resources.put("/zaken/api/v1/" + name, content);
    }

    synchronized void hasNoLonger(String name) {
        resources.remove("/zaken/api/v1/" + name);
    }

    /** From now on. */
    void answers(int status) {
        statusOfAll = status;
    }

    void fails(String name) {
        failing = "/zaken/api/v1/" + name;
    }

    void recovers() {
        failing = "";
    }

    void refusesSubscriptions() {
        refusesSubscriptions = true;
    }

    @Override
    public void close() {
        server.close();
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (statusOfAll != 200) {
            send(exchange, statusOfAll, "{}");
        } else if (path.startsWith("/nrc/api/v1/abonnement") && refusesSubscriptions) {
            send(exchange, 403, "{}");
        } else if (path.startsWith("/nrc/api/v1/abonnement")) {
            subscribe(exchange, path);
        } else if (path.equals(failing)) {
            send(exchange, 500, "{}");
        } else if (resources.containsKey(path)) {
            send(exchange, 200, resources.get(path));
        } else {
            send(exchange, 404, "{}");
        }
    }

    /** The body was read by the server already, to be written down. */
    private void subscribe(HttpExchange exchange, String path) throws IOException {
        String body = server.received().getLast().body();
        switch (exchange.getRequestMethod()) {
            case "GET" -> send(exchange, 200, subscriptions.toString());
            case "POST" -> {
                ObjectNode made = (ObjectNode) JSON.readTree(body);
                made.put(
                        "url",
                        notifications()
                                .resolve("abonnement/" + subscriptions.size())
                                .toString());
                made.remove("auth");
                subscriptions.add(made);
                send(exchange, 201, made.toString());
            }
            case "PUT" -> {
                int number = Integer.parseInt(path.substring(path.lastIndexOf('/') + 1));
                ObjectNode put = (ObjectNode) JSON.readTree(body);
                put.set("url", subscriptions.get(number).get("url"));
                put.remove("auth");
                subscriptions.set(number, put);
                send(exchange, 200, put.toString());
            }
            default -> send(exchange, 405, "{}");
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
