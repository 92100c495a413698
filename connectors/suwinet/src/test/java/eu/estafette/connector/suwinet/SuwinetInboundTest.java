package eu.estafette.connector.suwinet;

import static eu.estafette.connector.suwinet.Answers.BSN;
import static eu.estafette.connector.suwinet.Answers.EMPLOYER;
import static eu.estafette.connector.suwinet.Answers.relation;

import eu.estafette.contract.message.CaseEvent;
import eu.estafette.kit.delivery.Delivery;
import eu.estafette.kit.delivery.DeliveryResult;
import eu.estafette.kit.intake.IntakeUnavailableException;
import eu.estafette.kit.original.OriginalRef;
import eu.estafette.kit.party.DeliveryAddress;
import eu.estafette.kit.party.Parties;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.poll.Poller;
import eu.estafette.kit.problem.Issue;
import eu.estafette.kit.problem.Issue.Stage;
import eu.estafette.kit.rig.HubSide;
import eu.estafette.kit.rig.InboundContract;
import eu.estafette.kit.rig.SoapPartner;
import eu.estafette.kit.rig.SubscriptionNotices;
import eu.estafette.kit.soap.SoapConnections;
import eu.estafette.kit.soap.SoapLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A message is what the register answers, a day after the last one. */
class SuwinetInboundTest extends InboundContract {

    private final CamelContext camel = new DefaultCamelContext();
    private final SoapConnections connections = new SoapConnections(SoapLimits.STANDARD, InstantSource.system());
    private Instant now = HubSide.NOW;
    private SoapPartner uwv;
    private HubSide hub;
    private Poller poller;

    @BeforeEach
    void subscribe(@TempDir Path temporary) throws Exception {
        uwv = new SoapPartner(temporary);
        Party party = Parties.receiving(Parties.register("uwv"), uwv.address("suwinet", Map.of()));
        hub = new HubSide(party);
        camel.addRoutes(new SuwinetRoutes(SubscriptionNotices.PAYLOADS, hub));
        camel.start();
        camel.createProducerTemplate()
                .requestBody(
                        SuwinetOutbound.DELIVER,
                        new Delivery(
                                new SubscriptionNotices("uwv", "BSN")
                                        .start("C0195a3b2-0000-7000-8000-000000000001", 1, BSN),
                                party,
                                new DeliveryAddress("suwinet", Map.of())),
                        DeliveryResult.class);
        poller = new SuwinetConnector(connections, Duration.ofSeconds(10))
                .pollersOf(party, party.receive().getFirst(), hub.wayIn())
                .getFirst();
    }

    @AfterEach
    void close() throws Exception {
        camel.stop();
        connections.close();
        uwv.close();
    }

    @Override
    protected Told tell(String message) {
        uwv.says(message);
        now = now.plus(Duration.ofDays(1));
        hub.at(now);
        int before = hub.asides().size();
        try {
            hub.visit(poller);
        } catch (IntakeUnavailableException | IOException e) {
            return Told.NOT_NOW;
        }
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
        return Answers.of(relation(EMPLOYER, Integer.toString(number), "20250601", null));
    }

    /** Whose employments they are was asked, and the answer's own rules are its structure. */
    @Override
    protected List<Stage> stages() {
        return List.of(Stage.SYNTAX);
    }

    @Override
    protected String faulty(Set<Stage> stages) {
        return Answers.of(relation(EMPLOYER, "1", "20251301", null));
    }

    @Override
    protected String faultyField(Stage stage) {
        return "DatBIkv";
    }

    @Override
    protected String hostile() {
        return "<a>".repeat(5_000) + "</a>".repeat(5_000);
    }

    @Override
    protected Told toldOfHostile() {
        return Told.NOT_NOW;
    }
}
