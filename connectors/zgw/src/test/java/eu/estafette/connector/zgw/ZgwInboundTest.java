package eu.estafette.connector.zgw;

import eu.estafette.contract.message.CaseEvent;
import eu.estafette.kit.http.HttpCalls;
import eu.estafette.kit.http.HttpTimeouts;
import eu.estafette.kit.original.OriginalRef;
import eu.estafette.kit.party.PartyRegistry;
import eu.estafette.kit.poll.Poller;
import eu.estafette.kit.problem.Issue;
import eu.estafette.kit.problem.Issue.Stage;
import eu.estafette.kit.rig.HubSide;
import eu.estafette.kit.rig.MessageContract;
import eu.estafette.schemas.Sha256;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A message is a resource, notified at the door and fetched after. */
class ZgwInboundTest extends MessageContract {

    private final HttpCalls http = new HttpCalls(HttpTimeouts.STANDARD);
    private Municipality municipality;
    private HubSide hub;
    private NotificationDoor door;
    private Poller poller;
    private int minute;

    @BeforeEach
    void start() throws IOException {
        municipality = new Municipality();
        hub = new HubSide(municipality.party());
        door = new NotificationDoor(new PartyRegistry(List.of(municipality.party())), hub);
        poller = new ZgwConnector(
                        http, URI.create("https://hub.example"), Duration.ofSeconds(1), InstantSource.system())
                .pollersOf(municipality.party(), Addresses.receive(municipality.notifications()), hub.wayIn())
                .getFirst();
    }

    @AfterEach
    void stop() {
        municipality.close();
        http.close();
    }

    @Override
    protected Told tell(String message) throws IOException {
        String name = Sha256.hex(message.getBytes(StandardCharsets.UTF_8));
        municipality.has(name, message);
        byte[] notification = Notifications.of(
                        "zaak-1",
                        municipality.resource(name),
                        "create",
                        "2026-03-02T09:%02d:00+01:00".formatted(++minute))
                .json()
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        if (!door.take("gemeente-utrecht", Addresses.AUTH, notification).equals(DoorAnswer.TAKEN)) {
            return Told.NOT_NOW;
        }
        int before = hub.asides().size();
        hub.visit(poller);
        return hub.asides().size() > before ? Told.REFUSED : Told.TAKEN;
    }

    @Override
    protected void kafkaIs(boolean away) {
        hub.away(away);
    }

    @Override
    protected List<CaseEvent> events() {
        return hub.events();
    }

    @Override
    protected Optional<byte[]> original(CaseEvent event) {
        return hub.original(new OriginalRef(event.getDataref()));
    }

    @Override
    protected List<String> faultyFields() {
        return hub.asides().getLast().issues().stream().map(Issue::name).toList();
    }

    @Override
    protected String good(int number) {
        return referral("REF-" + number, 1, "2026-03-02", "999990342");
    }

    @Override
    protected String faulty(Set<Stage> stages) {
        return referral(
                stages.contains(Stage.RULE) ? "999990342" : "REF-1",
                1,
                stages.contains(Stage.SYNTAX) ? "2026-02-30" : "2026-03-02",
                stages.contains(Stage.IDENTIFIER) ? "123456789" : "999990342");
    }

    @Override
    protected String faultyField(Stage stage) {
        return switch (stage) {
            case SYNTAX -> "data.occurredOn";
            case IDENTIFIER -> "data.subject.number";
            case RULE -> "data.businessKey";
        };
    }

    @Override
    protected List<String> olderAndNewer() {
        return List.of(
                referral("REF-1", 2, "2026-03-02", "999990342").replace("ORIGINAL", "CORRECTION"),
                referral("REF-1", 3, "2026-03-02", "999990342").replace("ORIGINAL", "CORRECTION"));
    }

    @Override
    protected String hostile() {
        return "[".repeat(100_000);
    }

    private static String referral(String key, int version, String day, String number) {
        return """
                {"specversion":"1.0","id":"x","source":"urn:x","type":"eu.estafette.case.v1.referral.notify.requested",
                 "time":"2026-03-02T09:00:00+01:00","data":{"subject":{"scheme":"BSN","number":"%s"},
                 "occurredOn":"%s","action":"ORIGINAL","businessKey":"%s","version":%d,
                 "kind":{"scheme":"ESTAFETTE","code":"JOB_COACHING"}}}
                """.formatted(number, day, key, version);
    }
}
