package eu.estafette.connector.cloudevents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import eu.estafette.domain.catalogue.Catalogue;
import eu.estafette.domain.party.PartyId;
import eu.estafette.domain.party.Role;
import eu.estafette.kit.check.EventChecks;
import eu.estafette.kit.identifier.IdentifierMode;
import eu.estafette.kit.intake.DoorLog;
import eu.estafette.kit.intake.DoorSettings;
import eu.estafette.kit.party.DeliveryAddress;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.party.PartyRegistry;
import eu.estafette.kit.token.HubSecrets;
import eu.estafette.kit.token.Tokens;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.impl.DefaultCamelContext;

/** The route without network: what a server would hand it goes in, what a server would send comes out. */
final class TestDoor implements AutoCloseable {

    static final Tokens TOKENS = new Tokens(new HubSecrets(
            "subject-key-secret-for-tests-only",
            "case-ref-secret-for-tests-only-00",
            "notice-id-secret-for-tests-only-0"));
    static final String STRUCTURED = "application/cloudevents+json";
    static final String BATCH = "application/cloudevents-batch+json";

    private static final String CALLER = "test-caller";
    private static final ObjectMapper JSON = new ObjectMapper();

    final RecordingIntake intake = new RecordingIntake();
    final List<DoorLog.Refusal> refusals = new ArrayList<>();

    /** Events that may still come, whoever sends them. */
    int left = Integer.MAX_VALUE;

    /** Where the route listens when nobody replaces it. */
    final String postsTo;

    private final DefaultCamelContext camel = new DefaultCamelContext();

    TestDoor() throws Exception {
        this(new DoorSettings(4096, Duration.ofSeconds(10), Duration.ofSeconds(10)));
    }

    TestDoor(DoorSettings settings) throws Exception {
        PartyRegistry parties = new PartyRegistry(
                List.of(party("gemeente-oost", Role.REFERRER, Role.COMMISSIONER), party("winkel", Role.EMPLOYER)));
        EventChecks checks = new EventChecks(
                parties,
                Catalogue.shipped(),
                Set.of("netherlands-municipality"),
                IdentifierMode.PRODUCTION,
                TOKENS,
                InstantSource.fixed(Instant.parse("2026-03-02T10:00:00Z")));
        CloudEventsConnector connector = new CloudEventsConnector(
                TestDoor::caller, parties, this::allowed, checks, intake, refusals::add, settings);
        camel.addRoutes(connector.failures());
        camel.addRoutes(connector.routes());
        postsTo = camel.getRouteDefinition("ingest.accept").getInput().getEndpointUri();
        AdviceWith.adviceWith(camel, "ingest.accept", route -> route.replaceFromWith("direct:post"));
        camel.start();
    }

    record Reply(int status, Map<String, Object> headers, JsonNode body) {

        Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name)).map(Object::toString);
        }
    }

    Reply post(Optional<String> caller, Map<String, String> headers, byte[] body) {
        Exchange exchange = camel.getEndpoint("direct:post").createExchange(ExchangePattern.InOut);
        caller.ifPresent(id -> exchange.getMessage().setHeader(CALLER, id));
        headers.forEach(exchange.getMessage()::setHeader);
        exchange.getMessage().setBody(new ByteArrayInputStream(body));
        Exchange answered = camel.createProducerTemplate().send("direct:post", exchange);
        if (answered.getException() != null) {
            throw new AssertionError("the call ended without an answer", answered.getException());
        }
        Map<String, Object> received = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        received.putAll(answered.getMessage().getHeaders());
        int status = (int) received.remove(Exchange.HTTP_RESPONSE_CODE);
        return new Reply(status, received, json(answered.getMessage().getBody(byte[].class)));
    }

    Reply post(String caller, String type, String body) {
        return post(Optional.of(caller), Map.of("Content-Type", type), bytes(body, StandardCharsets.UTF_8));
    }

    Reply structured(String body) {
        return post("gemeente-oost", STRUCTURED, body);
    }

    static byte[] bytes(String body, Charset charset) {
        return body.replace('\'', '"').getBytes(charset);
    }

    /** A whole event of gemeente-oost, in structured mode. */
    static String event(String id, String more) {
        return "{'specversion':'1.0','id':'" + id + "','source':'urn:estafette:party:gemeente-oost',"
                + "'type':'eu.estafette.case.v1.referral.notify.requested','time':'2026-03-02T09:15:00+01:00',"
                + "'data':" + data(more) + "}";
    }

    static String data(String more) {
        return "{'subject':{'scheme':'BSN','number':'999990342','givenName':'Zoë'},'occurredOn':'2026-03-02',"
                + "'businessKey':'REF-17','kind':{'scheme':'ESTAFETTE','code':'JOB_COACHING'}" + more + "}";
    }

    private Optional<Duration> allowed(Party party, int events) {
        if (events > left) {
            return Optional.of(Duration.ofMillis(2_100));
        }
        left -= events;
        return Optional.empty();
    }

    private static Optional<PartyId> caller(Map<String, Object> call) {
        return Optional.ofNullable((String) call.get(CALLER)).map(PartyId::new);
    }

    private static JsonNode json(byte[] body) {
        try {
            return body.length == 0 ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Party party(String id, Role... roles) {
        return new Party(
                new PartyId(id),
                Map.of("en", id),
                Party.Region.NL,
                Set.of(roles),
                false,
                List.of(),
                List.of("urn:estafette:party:" + id),
                DeliveryAddress.OWN_MAILBOX,
                List.of(),
                List.of(),
                Optional.empty(),
                "nl",
                ZoneId.of("Europe/Amsterdam"),
                Duration.ofDays(30),
                8,
                Optional.empty(),
                Optional.empty(),
                Party.RecordFailure.PARK_CASE,
                List.of(),
                1);
    }

    @Override
    public void close() {
        camel.stop();
    }
}
