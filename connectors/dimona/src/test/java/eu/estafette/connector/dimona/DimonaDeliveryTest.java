package eu.estafette.connector.dimona;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.contract.message.CaseEvent;
import eu.estafette.contract.message.Notice;
import eu.estafette.domain.party.Role;
import eu.estafette.kit.delivery.Delivery;
import eu.estafette.kit.delivery.DeliveryResult;
import eu.estafette.kit.file.FolderConnections;
import eu.estafette.kit.identifier.IdentifierMode;
import eu.estafette.kit.party.DeliveryAddress;
import eu.estafette.kit.party.Parties;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.poll.Poller;
import eu.estafette.kit.rig.HubSide;
import eu.estafette.kit.rig.SftpPartner;
import eu.estafette.schemas.Contracts;
import eu.estafette.schemas.PayloadCodec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericRecord;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DimonaDeliveryTest {

    private static final Party OCMW = Parties.party("ocmw-noord", Role.COMMISSIONER, Role.WELFARE);

    private final CamelContext camel = new DefaultCamelContext();
    private final FolderConnections connections = new FolderConnections();
    private final HubSide hub = new HubSide(OCMW);
    private SftpPartner partner;
    private DeliveryAddress address;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        partner = new SftpPartner(folder);
        Files.createDirectory(partner.path("sent"));
        Map<String, List<String>> settings =
                new HashMap<>(partner.address("dimona").settings());
        settings.put("sender", List.of("123456"));
        settings.put("environment", List.of("T"));
        address = new DeliveryAddress("dimona", settings);
        camel.addRoutes(new DimonaRoutes(TestNotices.PAYLOADS, connections));
        camel.start();
    }

    @AfterEach
    void close() throws IOException {
        camel.stop();
        connections.close();
        partner.close();
    }

    private DeliveryResult deliver(Notice notice) {
        return camel.createProducerTemplate()
                .requestBody(DimonaOutbound.DELIVER, new Delivery(notice, OCMW, address), DeliveryResult.class);
    }

    private Map<String, String> written() throws IOException {
        Map<String, String> files = new HashMap<>();
        for (String name : partner.list("out")) {
            files.put(name, partner.read("out/" + name));
        }
        return files;
    }

    private String sentName() {
        return partner.list("sent").getFirst();
    }

    private Poller poller() {
        return new DimonaConnector(
                        connections,
                        Duration.ofHours(1),
                        DimonaConnectorTest.TOKENS,
                        IdentifierMode.TEST,
                        InstantSource.fixed(HubSide.NOW))
                .pollersOf(OCMW, address, hub.wayIn())
                .getFirst();
    }

    private void read(String name, String content) throws IOException {
        partner.put("in/" + name, content);
        partner.put("in/GO" + name.substring(2), "");
        Poller poller = poller();
        hub.visit(poller);
        hub.visit(poller);
    }

    private static GenericRecord content(CaseEvent event) {
        return new PayloadCodec(Contracts.shipped()).read(event.getPayload());
    }

    @Test
    void aNoticeOfAWholeEmploymentIsATripletThatKeepsTheSchema() throws Exception {
        // When
        DeliveryResult result = deliver(TestNotices.started());

        // Then
        assertThat(result).isInstanceOf(DeliveryResult.Delivered.class);
        String name = sentName();
        assertThat(name).matches("FI\\.DIMN\\.123456\\.20260302\\.[A-Z0-9]{5}\\.T\\.1\\.1");
        assertThat(partner.list("out")).containsExactly(name, "FS" + name.substring(2), "GO" + name.substring(2));
        assertThat(Schemas.breachesOf("DIMN", Files.readAllBytes(partner.path("out/" + name))))
                .isEmpty();
        assertThat(name).doesNotContain(TestForms.INSZ);
    }

    @Test
    void aRepeatedCallWritesTheSameFile() throws Exception {
        // Given
        deliver(TestNotices.started());
        Map<String, String> before = written();
        for (String name : partner.list("out")) {
            Files.delete(partner.path("out/" + name));
        }

        // When
        deliver(TestNotices.started());

        // Then
        assertThat(written()).isEqualTo(before);
        assertThat(partner.list("sent")).hasSize(1);
    }

    @Test
    void aNameThatAnotherNoticeHoldsIsNotUsedTwice() throws Exception {
        // Given
        deliver(TestNotices.started());
        String taken = sentName();
        partner.put("sent/" + taken, "N1-of-another-notice");

        // When
        deliver(TestNotices.started());

        // Then
        assertThat(partner.list("sent")).hasSize(2).contains(taken);
        assertThat(partner.read("sent/" + taken)).isEqualTo("N1-of-another-notice");
    }

    static Stream<Notice> expressible() {
        return Stream.of(
                TestNotices.started(),
                TestNotices.ended("ORIGINAL", TestNotices.PERIOD),
                TestNotices.ended("REOPENING", TestNotices.PERIOD));
    }

    @ParameterizedTest
    @MethodSource("expressible")
    void whatIsSentIsUnderstoodByTheWayIn(Notice notice) throws Exception {
        // Given
        assertThat(deliver(notice)).isInstanceOf(DeliveryResult.Delivered.class);
        String name = sentName();

        // When
        read(name, partner.read("out/" + name));

        // Then
        assertThat(hub.asides()).isEmpty();
        assertThat(hub.events()).singleElement().satisfies(event -> {
            assertThat(event.getType()).isEqualTo(notice.getEvent().getType());
            assertThat(event.getAction()).isEqualTo(notice.getEvent().getAction());
        });
    }

    @Test
    void aStartComesBackWithAllThatADeclarationHolds() throws Exception {
        // Given
        deliver(TestNotices.started());

        // When
        read(sentName(), partner.read("out/" + sentName()));

        // Then
        GenericRecord content = content(hub.events().getFirst());
        assertThat(content.get("startDate")).hasToString("2026-03-16");
        assertThat(content.get("startTime")).hasToString("08:30");
        assertThat(content.get("plannedEnd")).hasToString("2026-09-30");
        assertThat(((GenericRecord) content.get("employer")).get("number")).hasToString(TestForms.KBO);
        assertThat(((GenericRecord) content.get("workerType")).get("code")).hasToString("IVT");
    }

    @Test
    void whatNoDeclarationCanSayIsRefusedAndNothingIsLeft() {
        // When / Then
        assertThat(deliver(TestNotices.withoutEmployer()))
                .isInstanceOfSatisfying(DeliveryResult.Refused.class, refused -> assertThat(refused.code())
                        .isEqualTo("NOT_IN_DIMONA"));
        assertThat(deliver(TestNotices.ended("ORIGINAL", "EMP-4")))
                .isInstanceOfSatisfying(DeliveryResult.Refused.class, refused -> assertThat(refused.code())
                        .isEqualTo("NO_PERIOD_ID"));
        assertThat(partner.list("out")).isEmpty();
        assertThat(partner.list("sent")).isEmpty();
    }

    @Test
    void aServerThatIsAwayIsThePartnersTrouble() throws IOException {
        // Given
        partner.close();

        // When / Then
        assertThat(deliver(TestNotices.started()))
                .isInstanceOfSatisfying(DeliveryResult.PartnerTrouble.class, trouble -> assertThat(trouble.inDoubt())
                        .isFalse());
    }

    @Test
    void receptionAndResultAreTwoAnswersToTheNotice() throws Exception {
        // Given
        Notice notice = TestNotices.started();
        deliver(notice);
        var sent = TripletName.of(sentName()).orElseThrow();
        var now = FormMoment.of(HubSide.NOW);

        // When
        read(sent.reply("ACRF").toString(), TestReplies.reception(sent.toString(), now, 1));
        read(sent.reply("NOTI").toString(), TestReplies.result(SendReference.of(sent), now, 0, "00913-354"));

        // Then
        assertThat(hub.asides()).isEmpty();
        assertThat(hub.events())
                .extracting(event -> content(event).get("noticeId").toString())
                .containsOnly(notice.getNoticeId());
        assertThat(hub.events())
                .extracting(event ->
                        content(event).get("level") + " " + content(event).get("outcome"))
                .containsExactly("RECEPTION ACCEPTED", "BUSINESS DECLINED");
        assertThat(hub.events()).extracting(CaseEvent::getBusinessKey).doesNotHaveDuplicates();
        assertThat(new String(hub.events().getLast().getPayload().getOpen().array(), StandardCharsets.UTF_8))
                .contains("OTHER");
        assertThat(partner.list("out")).noneMatch(name -> name.startsWith("FO"));
    }

    @Test
    void aTemporaryAnswerIsNoneAndOneToAnUnknownFileStandsAside() throws Exception {
        // Given
        deliver(TestNotices.started());
        var sent = TripletName.of(sentName()).orElseThrow();
        var now = FormMoment.of(HubSide.NOW);

        // When
        read(sent.reply("NOTI").toString(), TestReplies.result(SendReference.of(sent), now, 3, "00913-354"));
        read(
                "FO.ACRF.123456.20260302.ZZZZZ.T.1.1",
                TestReplies.reception("FI.DIMN.123456.20260302.ZZZZZ.T.1.1", now, 1));

        // Then
        assertThat(hub.events()).isEmpty();
        assertThat(hub.asides())
                .singleElement()
                .satisfies(aside -> assertThat(aside.issues().getFirst().code()).isEqualTo("unknownFile"));
    }

    @Test
    void anotherNumberForThePersonIsARenumbering() throws Exception {
        // When
        read("FO.IDFLUX.123456.20260302.00001.T.1.1", TestReplies.renumbered("10200100128", TestForms.INSZ));

        // Then
        assertThat(hub.asides()).isEmpty();
        assertThat(hub.events()).singleElement().satisfies(event -> {
            assertThat(event.getType()).isEqualTo("eu.estafette.case.v1.person.notify.renumbered");
            assertThat(event.getBusinessKey()).isEqualTo("IDFLUX-TICKET-9");
            assertThat(((GenericRecord) content(event).get("new")).get("number"))
                    .hasToString(TestForms.INSZ);
            assertThat(((GenericRecord) content(event).get("old")).get("number"))
                    .hasToString("10200100128");
        });
    }

    @Test
    void whetherItGetsThereIsTried() throws IOException {
        // Given
        var connector = new DimonaOutbound(connections);
        assertThat(connector.tryOut(address)).isEmpty();

        // When
        Files.delete(partner.path("sent"));

        // Then
        assertThat(connector.tryOut(address))
                .hasValueSatisfying(fault -> assertThat(fault).contains("\"sent\""));
    }

    @Test
    void anAddressWithoutASenderHasAFault() {
        // When / Then
        assertThat(new DimonaOutbound(connections).faultsOf(partner.address("dimona")))
                .singleElement()
                .asString()
                .contains("\"sender\"");
        assertThat(new DimonaOutbound(connections).faultsOf(address)).isEmpty();
    }
}
