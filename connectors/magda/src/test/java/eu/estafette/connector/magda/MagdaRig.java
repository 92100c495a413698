package eu.estafette.connector.magda;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.contract.message.CaseEvent;
import eu.estafette.contract.message.Notice;
import eu.estafette.kit.delivery.Delivery;
import eu.estafette.kit.delivery.DeliveryResult;
import eu.estafette.kit.delivery.DeliveryResult.Delivered;
import eu.estafette.kit.party.DeliveryAddress;
import eu.estafette.kit.party.Parties;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.poll.Poller;
import eu.estafette.kit.poll.PollerInbox;
import eu.estafette.kit.rig.HubSide;
import eu.estafette.kit.rig.SubscriptionNotices;
import eu.estafette.kit.rig.TestKeys;
import eu.estafette.kit.soap.SoapConnections;
import eu.estafette.kit.soap.SoapLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;

/** The hub and MAGDA, and what goes between them. */
final class MagdaRig implements AutoCloseable {

    static final String CASE = "C0195a3b2-0000-7000-8000-000000000001";
    static final String OTHER_CASE = "C0195a3b2-0000-7000-8000-000000000002";
    static final SubscriptionNotices ROUTER = new SubscriptionNotices("magda", "INSZ");

    final Magda magda;
    final HubSide hub;
    private final CamelContext camel = new DefaultCamelContext();
    private final MagdaService service;
    private final SoapConnections connections;
    private PollerInbox inbox;
    private Party party;
    private Instant now = HubSide.NOW;

    MagdaRig(Path folder, TestKeys keys) throws Exception {
        this(folder, keys, SoapLimits.STANDARD);
    }

    MagdaRig(Path folder, TestKeys keys, SoapLimits limits) throws Exception {
        magda = new Magda(folder, keys);
        connections = new SoapConnections(limits, InstantSource.system());
        service = new MagdaService(connections, InstantSource.system());
        use(magda.address());
        hub = new HubSide(party);
        inbox = hub;
        camel.addRoutes(new MagdaRoutes(
                SubscriptionNotices.PAYLOADS, (poller, key, value) -> inbox.leave(poller, key, value), service));
        camel.start();
    }

    void use(DeliveryAddress address) {
        assertThat(MagdaAddress.faultsOf(address)).isEmpty();
        party = Parties.receiving(Parties.register("magda"), address);
    }

    /** Where deliveries leave what the poller is to know, from now on. */
    void leavesAt(PollerInbox other) {
        inbox = other;
    }

    void unpolled() {
        party = Parties.register("magda");
    }

    DeliveryResult deliver(Notice notice) {
        return camel.createProducerTemplate()
                .requestBody(
                        MagdaOutbound.DELIVER,
                        new Delivery(notice, party, new DeliveryAddress("magda", Map.of())),
                        DeliveryResult.class);
    }

    void subscribe() {
        assertThat(deliver(ROUTER.start(CASE, 1, Replies.INSZ))).isInstanceOf(Delivered.class);
    }

    Poller poller() {
        return new MagdaConnector(service, Duration.ofSeconds(10))
                .pollersOf(party, party.receive().getFirst(), hub.wayIn())
                .getFirst();
    }

    MagdaService service() {
        return service;
    }

    void visit() throws IOException {
        hub.at(now);
        hub.visit(poller());
    }

    void later(Duration time) throws IOException {
        now = now.plus(time);
        visit();
    }

    /** What MAGDA has from now on, and the hub asks a day later. */
    void theNextDay(Replies.Contract... contracts) throws IOException {
        magda.says(
                "GeefWerkrelaties",
                Replies.relations(
                        List.of(contracts).stream().map(Replies.Contract::xml).toArray(String[]::new)));
        later(Duration.ofDays(1));
    }

    List<String> told() {
        return hub.events().stream()
                .map(event -> event.getType().replaceFirst(".*\\.notify\\.", "") + " " + event.getAction() + " "
                        + event.getBusinessKey())
                .toList();
    }

    List<String> aside() {
        return hub.asides().stream()
                .map(aside -> aside.issues().getFirst().code())
                .toList();
    }

    static GenericRecord content(CaseEvent event) {
        return SubscriptionNotices.PAYLOADS.read(event.getPayload());
    }

    @Override
    public void close() throws Exception {
        camel.stop();
        connections.close();
        magda.close();
    }
}
