package eu.estafette.connector.uwvabsence;

import static eu.estafette.connector.uwvabsence.Messages.BSN;
import static eu.estafette.connector.uwvabsence.Messages.STAMP;
import static eu.estafette.connector.uwvabsence.Messages.envelope;
import static eu.estafette.connector.uwvabsence.Messages.ill;
import static eu.estafette.connector.uwvabsence.Messages.message;
import static eu.estafette.connector.uwvabsence.Messages.recovered;
import static eu.estafette.connector.uwvabsence.Messages.report;
import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.contract.message.CaseEvent;
import eu.estafette.domain.party.Role;
import eu.estafette.kit.identifier.IdentifierMode;
import eu.estafette.kit.intake.DoorSettings;
import eu.estafette.kit.party.Parties;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.party.PartyRegistry;
import eu.estafette.kit.poll.WayIn;
import eu.estafette.kit.rig.DoorSide;
import eu.estafette.kit.rig.HubSide;
import eu.estafette.kit.rig.SoapCaller;
import eu.estafette.kit.rig.SoapDoorServer;
import eu.estafette.kit.soap.door.SoapDoors;
import eu.estafette.kit.soap.door.SoapReply;
import eu.estafette.kit.xml.ElementText;
import eu.estafette.schemas.Contracts;
import eu.estafette.schemas.PayloadCodec;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** What each report becomes. */
class UwvAbsenceTest {

    private static final PayloadCodec PAYLOADS = new PayloadCodec(Contracts.shipped());
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 2, 27);

    private final Party winkel = UwvAbsenceContractTest.letIn(Parties.party("winkel", Role.EMPLOYER));
    private final HubSide hub = new HubSide(winkel);
    private final DoorSide kafka = new DoorSide();

    private ElementText send(String envelope) {
        return send(IdentifierMode.TEST, envelope);
    }

    private ElementText send(IdentifierMode mode, String envelope) {
        var doors = new SoapDoors(
                SoapDoorServer.BEARERS,
                new PartyRegistry(List.of(winkel)),
                (party, events) -> Optional.empty(),
                new WayIn(hub.wayIn().screening(), kafka),
                kafka,
                kafka,
                hub.doorLog(),
                new DoorSettings(64 * 1024, Duration.ofSeconds(20), Duration.ofSeconds(1)));
        try {
            SoapReply reply = doors.of(new UwvAbsence(mode, InstantSource.fixed(HubSide.NOW)))
                    .take(
                            Map.of("Authorization", "Bearer winkel", "content-type", "text/xml"),
                            new ByteArrayInputStream(envelope.getBytes(StandardCharsets.UTF_8)));
            assertThat(reply.status()).isEqualTo(200);
            Element answer = SoapCaller.xml(new String(reply.envelope(), StandardCharsets.UTF_8));
            return new ElementText(answer)
                    .child("Body")
                    .orElseThrow()
                    .children()
                    .getFirst();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> faultsOf(String reports) {
        return UwvAbsenceContractTest.faults(
                send(envelope("2", message(BSN, reports))).element());
    }

    private CaseEvent event(String reports) {
        assertThat(faultsOf(reports)).isEmpty();
        return kafka.events().getLast();
    }

    private static GenericRecord content(CaseEvent event) {
        return PAYLOADS.read(event.getPayload());
    }

    @Test
    void aSickReportTellsThatAndSinceWhenAndWhetherTheContractEnds() {
        // When
        CaseEvent event = event(ill(
                STAMP,
                "<DatVerwachtHerstel>20260601</DatVerwachtHerstel>"
                        + "<IndEDnstvrbndCtrTijdensZiekte>1</IndEDnstvrbndCtrTijdensZiekte>"));

        // Then
        GenericRecord absence = content(event);
        assertThat(event.getType()).isEqualTo("eu.estafette.case.v1.absence.notify.reported");
        assertThat(event.getAction()).isEqualTo("ORIGINAL");
        assertThat(event.getBusinessKey()).isEqualTo("ZW-136916557L01-2026-02-27");
        assertThat(event.getOccurredOn()).isEqualTo(FIRST_DAY);
        assertThat(event.getTime()).isEqualTo(Instant.parse("2026-03-02T07:15:00Z"));
        assertThat(absence.get("kind")).hasToString("SICK");
        assertThat(absence.get("firstDay")).isEqualTo(FIRST_DAY);
        assertThat(absence.get("expectedReturn")).isEqualTo(LocalDate.of(2026, 6, 1));
        assertThat(absence.get("contractEnds")).isEqualTo(true);
        assertThat(absence.get("cause")).isNull();
    }

    @Test
    void medicalReasonsTravelSealed() {
        // When
        CaseEvent event = event(ill(
                STAMP,
                "<CdRedenAangifteAo>04</CdRedenAangifteAo><CdRedenZiekmelding>03</CdRedenZiekmelding>"
                        + "<CdRedenToepassenArt29bZw>02</CdRedenToepassenArt29bZw>"));

        // Then
        GenericRecord cause = (GenericRecord) content(event).get("cause");
        assertThat(cause.get("scheme")).hasToString("UWV-ZW-REDEN");
        assertThat(cause.get("code")).hasToString("AO-04/ZM-03/29B-02");
        assertThat(new String(event.getPayload().getOpen().array(), StandardCharsets.ISO_8859_1))
                .doesNotContain("04", "UWV-ZW-REDEN");
        assertThat(event.getBusinessKey()).doesNotContain("04/");
    }

    @Test
    void recoveryIsPartialOrFull() {
        // When
        CaseEvent partial = event(report(
                "MeldingWerkhervatting",
                "20260302100000",
                "<DatEersteAoDag>20260227</DatEersteAoDag><WerkhervattingGedeeltelijk><DatGedeeltelijkeWerkhervatting>20260401"
                        + "</DatGedeeltelijkeWerkhervatting></WerkhervattingGedeeltelijk>"));
        CaseEvent full = event(recovered("20260302110000", "20260501"));

        // Then
        assertThat(List.of(partial, full))
                .extracting(CaseEvent::getType)
                .containsOnly("eu.estafette.case.v1.absence.notify.resumed");
        assertThat(content(partial).get("extent")).hasToString("PARTIAL");
        assertThat(content(partial).get("resumedOn")).isEqualTo(LocalDate.of(2026, 4, 1));
        assertThat(content(full).get("extent")).hasToString("FULL");
        assertThat(full.getBusinessKey()).isEqualTo(partial.getBusinessKey());
        assertThat(full.getEventVersion()).isEqualTo(partial.getEventVersion() + 3600);
    }

    @ParameterizedTest
    @CsvSource({
        "MeldingZiekte, <IndVerzoekTotIntrekken>1</IndVerzoekTotIntrekken>, absence.notify.reported",
        "MeldingIntrekking, <CdRedenMeldingIntrekken>1</CdRedenMeldingIntrekken>, absence.notify.reported",
        "MeldingIntrekking, <CdRedenMeldingIntrekken>2</CdRedenMeldingIntrekken>, absence.notify.resumed",
        "MeldingWerkhervatting, <IndVerzoekTotIntrekken>1</IndVerzoekTotIntrekken>, absence.notify.resumed",
    })
    void whatIsWithdrawnNeverHappened(String report, String how, String type) {
        // When
        CaseEvent event = event(report(report, STAMP, "<DatEersteAoDag>20260227</DatEersteAoDag>" + how));

        // Then
        assertThat(event.getType()).endsWith(type);
        assertThat(event.getAction()).isEqualTo("WITHDRAWAL");
        assertThat(event.getBusinessKey()).isEqualTo("ZW-136916557L01-2026-02-27");
    }

    @Test
    void aLongAbsenceAddsToWhatIsKnown() {
        // When
        CaseEvent lasting = event(report("MeldingLangdurigAo", STAMP, "<DatEersteAoDag>20260227</DatEersteAoDag>"));
        CaseEvent over = event(report(
                "MeldingHersteldLangdurigAo",
                STAMP,
                "<DatEersteAoDag>20260227</DatEersteAoDag><DatHersteld>20260302</DatHersteld>"));

        // Then
        assertThat(lasting.getPartial()).isTrue();
        assertThat(lasting.getAction()).isEqualTo("ORIGINAL");
        assertThat(content(over).get("extent")).hasToString("FULL");
    }

    @Test
    void theSendersOwnStampOrdersWhatIsSaidOfOneAbsence() {
        // When: they arrive the wrong way round
        CaseEvent newer = event(ill("20260302120000", ""));
        CaseEvent older = event(ill("20260302080000", ""));

        // Then
        assertThat(older.getBusinessKey()).isEqualTo(newer.getBusinessKey());
        assertThat(older.getEventVersion()).isLessThan(newer.getEventVersion());
        assertThat(older.getTime()).isBefore(newer.getTime());
    }

    @Test
    void severalReportsOfOneMessageAreSeveralEvents() {
        // When
        assertThat(faultsOf(ill(STAMP, "")
                        + report(
                                "MeldingWerkhervatting",
                                STAMP,
                                "<VolledigHersteld><DatHersteld>20260302</DatHersteld></VolledigHersteld>")))
                .isEmpty();

        // Then
        assertThat(kafka.events()).extracting(CaseEvent::getBusinessKey).containsOnly("ZW-136916557L01-2026-02-27");
        assertThat(kafka.events()).extracting(CaseEvent::getId).hasSize(2).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"20260600", "20260000", "00000000", "99991230", "99991231"})
    void anExpectedRecoveryThatIsNotKnownToTheDayIsNone(String digits) {
        assertThat(content(event(ill(STAMP, "<DatVerwachtHerstel>" + digits + "</DatVerwachtHerstel>")))
                        .get("expectedReturn"))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "20260227, 20260200, DatEersteAoDag",
        "20260227, 20261327, DatEersteAoDag",
        "20260227, 99991230, DatEersteAoDag",
        "20260501, 20260500, DatHersteld",
        "20260501, 20260226, DatHersteld",
        "20260302110000, 20260230110000, DatTijdOpstellenMelding",
    })
    void aDateThatIsNeededMustBeOne(String good, String bad, String field) {
        assertThat(faultsOf(recovered("20260302110000", "20260501").replace(good, bad)))
                .containsExactly(field);
        assertThat(kafka.effects()).isEmpty();
    }

    @Test
    void whatIsMissingIsNamedAllAtOnce() {
        assertThat(UwvAbsenceContractTest.faults(send(envelope(
                                "2",
                                "<UwvZwMeldingInternBody xmlns=\"" + UwvAbsence.NAMESPACE
                                        + "\"><MeldingZiekte/></UwvZwMeldingInternBody>"))
                        .element()))
                .containsExactly("Burgerservicenr", "DatTijdOpstellenMelding", "DatEersteAoDag");
    }

    @ParameterizedTest
    @CsvSource({"022264541, true", "22264541, true", "222645411, false", "000000000, false"})
    void aBsnMustKeepTheElevenTest(String number, boolean good) {
        // When
        List<String> faults = UwvAbsenceContractTest.faults(
                send(envelope("2", message(number, ill(STAMP, "")))).element());

        // Then
        assertThat(faults).isEqualTo(good ? List.of() : List.of("Burgerservicenr"));
    }

    @Test
    void soMustAnEmployersNumber() {
        assertThat(UwvAbsenceContractTest.faults(
                        send(envelope("2", message(BSN, ill(STAMP, "")).replace("136916557L01", "136916558L01")))
                                .element()))
                .containsExactly("Loonheffingennr");
    }

    @Test
    void aTestMessageIsForTestHubsOnly() {
        // Given
        String test = envelope("1", message("999990342", ill(STAMP, "")));

        // When
        ElementText refused = send(IdentifierMode.PRODUCTION, test);
        ElementText taken = send(IdentifierMode.TEST, test);

        // Then
        assertThat(UwvAbsenceContractTest.faults(refused.element())).containsExactly("IndTestbericht");
        assertThat(UwvAbsenceContractTest.faults(taken.element())).isEmpty();
        assertThat(kafka.events()).hasSize(1);
    }

    @Test
    void anAnswerNamesTheMessageItAnswers() {
        assertThat(send(envelope("2", message(BSN, ill(STAMP, "")))).text("BerichtReferentienr"))
                .isEqualTo("R-17");
    }

    @Test
    void aFaultNeverTellsAReasonOfHealth() {
        // When
        ElementText answer =
                send(envelope("2", message(BSN, ill(STAMP, "<CdRedenZiekmelding>ABC</CdRedenZiekmelding>"))));

        // Then
        assertThat(UwvAbsenceContractTest.faults(answer.element())).containsExactly("CdRedenZiekmelding");
        assertThat(answer.element().getTextContent()).doesNotContain("ABC");
    }
}
