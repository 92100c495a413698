package eu.estafette.connector.setu;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.contract.message.CaseEvent;
import eu.estafette.contract.message.Identity;
import eu.estafette.contract.message.Notice;
import eu.estafette.contract.message.NoticeEvent;
import eu.estafette.contract.message.Payload;
import eu.estafette.domain.party.Role;
import eu.estafette.kit.delivery.Delivery;
import eu.estafette.kit.delivery.DeliveryResult;
import eu.estafette.kit.delivery.DeliveryResult.Delivered;
import eu.estafette.kit.delivery.DeliveryResult.Gone;
import eu.estafette.kit.delivery.DeliveryResult.PartnerTrouble;
import eu.estafette.kit.delivery.DeliveryResult.Refused;
import eu.estafette.kit.intake.DoorSettings;
import eu.estafette.kit.party.Parties;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.party.PartyRegistry;
import eu.estafette.kit.poll.WayIn;
import eu.estafette.kit.rig.DoorSide;
import eu.estafette.kit.rig.DoorSide.Mood;
import eu.estafette.kit.rig.HubSide;
import eu.estafette.kit.rig.OutboundCalls;
import eu.estafette.kit.rig.SampleNotices;
import eu.estafette.kit.rig.SoapCaller;
import eu.estafette.kit.rig.SoapDoorServer;
import eu.estafette.kit.rig.SoapPartner;
import eu.estafette.kit.soap.SoapConnections;
import eu.estafette.kit.soap.SoapLimits;
import eu.estafette.kit.soap.door.SoapDoor;
import eu.estafette.kit.soap.door.SoapDoors;
import eu.estafette.kit.xml.XmlLimits;
import eu.estafette.schemas.Contracts;
import eu.estafette.schemas.Identities;
import eu.estafette.schemas.PayloadCodec;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Notices to a partner's service, a real CXF endpoint. */
class SetuDeliveryTest {

    private static final PayloadCodec PAYLOADS = new PayloadCodec(Contracts.shipped());
    private static final String TAKEN = "<Acknowledgement xmlns=\"" + Names.HR
            + "\"><ReceiptAcknowledged>true</ReceiptAcknowledged></Acknowledgement>";

    private final SoapConnections connections = new SoapConnections(
            new SoapLimits(Duration.ofSeconds(5), Duration.ofSeconds(2), new XmlLimits(20, 100_000)),
            InstantSource.system());
    private SoapPartner partner;
    private OutboundCalls calls;
    private final DoorSide inbox = new DoorSide();

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        partner = new SoapPartner(folder);
        partner.says(TAKEN);
        calls = OutboundCalls.to(SetuOutbound.DELIVER, http -> new SetuRoutes(PAYLOADS, connections, inbox));
    }

    @AfterEach
    void close() throws Exception {
        calls.close();
        connections.close();
        partner.close();
    }

    private DeliveryResult deliver(Notice notice) {
        var address = partner.address("setu", Map.of());
        assertThat(new SetuOutbound().faultsOf(address)).isEmpty();
        return calls.deliver(SampleNotices.delivery(notice, address));
    }

    static Notice started(String action) {
        return notice("employment-start-full", "started", action, view -> {
            view.put("employer", party(view, "employer", "KVK", Messages.KVK_SUPPLIER));
            view.put("workplace", party(view, "workplace", "KVK", Messages.KVK_CUSTOMER));
            view.put("startDate", LocalDate.of(2026, 3, 16));
            view.put("plannedEnd", LocalDate.of(2026, 9, 30));
            view.put("hoursPerWeek", new BigDecimal("24.0000"));
            view.put("contractForm", coded(view, "contractForm", "TEMP_AGENCY"));
            view.put("function", coded(view, "function", "Magazijnmedewerker"));
        });
    }

    static Notice ended(String action) {
        return notice("employment-end-full", "ended", action, view -> view.put("actualEnd", LocalDate.of(2026, 6, 30)));
    }

    static Notice withdrawn() {
        return notice("withdrawn", "started", "WITHDRAWAL", view -> view.put("action", "WITHDRAWAL"));
    }

    private static Notice notice(String view, String what, String action, Consumer<GenericRecord> content) {
        var record = new GenericData.Record(
                Contracts.shipped().latest("view/" + view).schema());
        content.accept(record);
        Payload payload = PAYLOADS.write(record);
        return Notice.newBuilder(SampleNotices.inform())
                .setCaseRef(HubSide.caseRef("BSN", "999990342"))
                .setEvent(NoticeEvent.newBuilder()
                        .setId("7d1c0f6e")
                        .setType("eu.estafette.case.v1.employment.notify." + what)
                        .setNature("FACT")
                        .setBy("EMPLOYER")
                        .setOccurredOn(LocalDate.of(2026, 3, 2))
                        .setAction(action)
                        .setBusinessKey("A-1")
                        .setVersion(1)
                        .build())
                .setIdentity(Identities.seal(new Identity("BSN", "999990342", "Sam", "Jansen")))
                .setView(view)
                .setViewVersion(payload.getVersion())
                .setPayload(payload)
                .build();
    }

    private static GenericRecord party(GenericRecord view, String field, String scheme, String number) {
        var value = new GenericData.Record(branch(view, field));
        value.put("scheme", scheme);
        value.put("number", number);
        return value;
    }

    private static GenericRecord coded(GenericRecord view, String field, String code) {
        var value = new GenericData.Record(branch(view, field));
        value.put("scheme", "ESTAFETTE");
        value.put("code", code);
        return value;
    }

    private static Schema branch(GenericRecord view, String field) {
        return view.getSchema().getField(field).schema().getTypes().getLast();
    }

    @Test
    void aStartIsAnActiveAssignmentOfAPersonByCaseRefOnly() {
        // When
        DeliveryResult result = deliver(started("ORIGINAL"));

        // Then
        assertThat(result).isEqualTo(new Delivered(OptionalInt.of(200)));
        String request = partner.requests().getLast();
        assertThat(request)
                .contains("AssignmentRequestElement", "assignmentStatus=\"active\"", "<hr:IdValue>A-1</hr:IdValue>")
                .contains("<hr:StartDate>2026-03-16</hr:StartDate>", "<hr:Hours>24</hr:Hours>")
                .contains(HubSide.caseRef("BSN", "999990342"))
                .doesNotContain("999990342", "Jansen");
    }

    @Test
    void whatIsTakenBackIsAStatusMessage() {
        // When
        DeliveryResult result = deliver(withdrawn());

        // Then
        assertThat(result).isInstanceOf(Delivered.class);
        assertThat(partner.requests().getLast())
                .contains("assignmentStatus=\"cancelled\"", "1111-11-11")
                .doesNotContain("AssignmentRequestElement", "E1-");
    }

    @ParameterizedTest
    @CsvSource({"Fatal, false", "Warning, true", "Information, true"})
    void anExceptionThatIsFatalIsARefusalAndNotTriedAgain(String severity, boolean taken) {
        // Given
        partner.says(
                TAKEN.replace(
                        "</Ack",
                        "<Exception><ExceptionIdentifier>E 42</ExceptionIdentifier><ExceptionSeverity>" + severity
                                + "</ExceptionSeverity><ExceptionMessage>no such person: Jansen</ExceptionMessage></Exception></Ack"));

        // When
        DeliveryResult result = deliver(started("ORIGINAL"));

        // Then
        assertThat(result instanceof Delivered).isEqualTo(taken);
        if (!taken) {
            assertThat(result).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.code())
                    .isEqualTo("EXCEPTION_E42"));
            assertThat(result.toString()).doesNotContain("Jansen");
        }
    }

    @ParameterizedTest
    @CsvSource({"Client, false", "Server, true"})
    void aFaultIsWhoseItSays(String code, boolean again) {
        // Given
        partner.says(request -> {
            throw SoapPartner.refusal(code, "999990342 is not known here");
        });

        // When
        DeliveryResult result = deliver(started("ORIGINAL"));

        // Then
        assertThat(result).isInstanceOf(again ? PartnerTrouble.class : Refused.class);
        assertThat(result.toString()).contains("FAULT_" + code).doesNotContain("999990342");
    }

    @Test
    void whatIsNoAcknowledgementLeavesTheCallInDoubt() {
        // Given
        partner.says("<thanks/>");

        // When
        DeliveryResult result = deliver(started("ORIGINAL"));

        // Then
        assertThat(result).isInstanceOfSatisfying(PartnerTrouble.class, trouble -> assertThat(trouble.inDoubt())
                .isTrue());
    }

    @Test
    void silenceIsThePartnersTrouble() throws Exception {
        // Given
        var over = new CountDownLatch(1);
        partner.breaksDown(response -> {
            try {
                over.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });

        // When
        DeliveryResult result = deliver(started("ORIGINAL"));
        over.countDown();

        // Then
        assertThat(result).isInstanceOfSatisfying(PartnerTrouble.class, trouble -> {
            assertThat(trouble.code()).isEqualTo("TIMEOUT");
            assertThat(trouble.inDoubt()).isTrue();
        });
    }

    @Test
    void anAddressThatIsGoneIsGone() {
        // Given
        partner.breaksDown(response -> response.sendError(410));

        // Then
        assertThat(deliver(started("ORIGINAL"))).isInstanceOf(Gone.class);
    }

    @Test
    void whatAnAssignmentHasNoWordsForIsNotSent() {
        // When
        DeliveryResult reopened = deliver(ended("REOPENING"));
        DeliveryResult other = deliver(SampleNotices.inform());

        // Then
        assertThat(List.of(reopened, other)).allSatisfy(result -> assertThat(result)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo("NOT_IN_SETU")));
        assertThat(partner.requests()).isEmpty();
    }

    @Test
    void whoRejectsAnAssignmentAnswersTheLastNoticeOfIt() throws Exception {
        // Given
        Party agency = SetuContractTest.letIn(Parties.party("uitzend-nu", Role.EMPLOYER));
        var hub = new HubSide(agency);
        for (int sequence = 1; sequence <= 2; sequence++) {
            Notice notice = Notice.newBuilder(started(sequence == 1 ? "ORIGINAL" : "CORRECTION"))
                    .setNoticeId(HubSide.noticeId("BSN", "999990342", sequence, "uitzend-nu"))
                    .build();
            calls.deliver(new Delivery(notice, agency, partner.address("setu", Map.of())));
            SetuContractTest.broughtIn(hub, inbox.letters(), agency);
        }
        var door = door(agency, hub, inbox);

        // When
        for (int time = 1; time <= 2; time++) {
            door.take(
                    Map.of("Authorization", "Bearer uitzend-nu", "Content-Type", "text/xml"),
                    new ByteArrayInputStream(SoapCaller.envelope(Messages.status("x:rejected", "A-1"))
                            .getBytes(StandardCharsets.UTF_8)));
        }
        List<CaseEvent> told = SetuContractTest.broughtIn(hub, inbox.letters(), agency);

        // Then
        assertThat(hub.asides()).isEmpty();
        assertThat(told.stream().map(CaseEvent::getId).distinct()).hasSize(1);
        CaseEvent answer = told.getFirst();
        assertThat(answer.getType()).endsWith("notice.notify.answered");
        GenericRecord content = PAYLOADS.read(answer.getPayload());
        assertThat(content.get("noticeId")).hasToString(HubSide.noticeId("BSN", "999990342", 2, "uitzend-nu"));
        assertThat(content.get("level")).hasToString("BUSINESS");
        assertThat(content.get("outcome")).hasToString("DECLINED");
    }

    @Test
    void whatIsNotNotedIsNotSent() {
        // Given
        inbox.is(Mood.AWAY);
        Party agency = SetuContractTest.letIn(Parties.party("uitzend-nu", Role.EMPLOYER));

        // When
        DeliveryResult result =
                calls.deliver(new Delivery(started("ORIGINAL"), agency, partner.address("setu", Map.of())));

        // Then
        assertThat(result).isInstanceOfSatisfying(PartnerTrouble.class, trouble -> assertThat(trouble.inDoubt())
                .isFalse());
        assertThat(partner.requests()).isEmpty();
    }

    private static SoapDoor door(Party agency, HubSide hub, DoorSide kafka) {
        var seconds = new AtomicLong();
        return new SoapDoors(
                        SoapDoorServer.BEARERS,
                        new PartyRegistry(List.of(agency)),
                        (party, events) -> Optional.empty(),
                        new WayIn(hub.wayIn().screening(), kafka),
                        kafka,
                        kafka,
                        hub.doorLog(),
                        DoorSettings.DEFAULT)
                .of(new Setu(() -> HubSide.NOW.plusSeconds(seconds.incrementAndGet())));
    }

    @Test
    void whatGoesOutIsUnderstoodByTheWayIn() throws Exception {
        // Given
        deliver(started("ORIGINAL"));
        deliver(started("CORRECTION"));
        deliver(ended("ORIGINAL"));
        deliver(withdrawn());
        Party agency = SetuContractTest.letIn(Parties.party("uitzend-nu", Role.EMPLOYER));
        var hub = new HubSide(agency);
        var kafka = new DoorSide();
        var door = door(agency, hub, kafka);

        // When
        for (String request : partner.requests()) {
            var reply = door.take(
                    Map.of("Authorization", "Bearer uitzend-nu", "Content-Type", "text/xml"),
                    new ByteArrayInputStream(request.getBytes(StandardCharsets.UTF_8)));
            assertThat(new String(reply.envelope(), StandardCharsets.UTF_8))
                    .contains("Acknowledgement")
                    .doesNotContain("Exception");
        }
        List<CaseEvent> told = SetuContractTest.broughtIn(hub, kafka.letters(), agency);

        // Then
        assertThat(told)
                .extracting(event -> event.getType().replaceFirst(".*notify\\.", "") + " " + event.getAction())
                .containsExactly("started ORIGINAL", "changed ORIGINAL", "ended ORIGINAL", "started WITHDRAWAL");
        GenericRecord employment = PAYLOADS.read(told.getFirst().getPayload());
        GenericRecord sent = PAYLOADS.read(started("ORIGINAL").getPayload());
        for (String field : List.of("startDate", "plannedEnd", "hoursPerWeek")) {
            assertThat(employment.get(field)).as(field).isEqualTo(sent.get(field));
        }
        assertThat(((GenericRecord) employment.get("employer")).get("number")).hasToString(Messages.KVK_SUPPLIER);
        assertThat(((GenericRecord) employment.get("workplace")).get("number")).hasToString(Messages.KVK_CUSTOMER);
        assertThat(((GenericRecord) employment.get("contractForm")).get("code")).hasToString("TEMP_AGENCY");
        assertThat(PAYLOADS.read(told.get(2).getPayload()).get("actualEnd")).isEqualTo(LocalDate.of(2026, 6, 30));
        assertThat(told).extracting(CaseEvent::getBusinessKey).containsOnly("A-1");
    }
}
