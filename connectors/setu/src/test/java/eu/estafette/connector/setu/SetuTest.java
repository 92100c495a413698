package eu.estafette.connector.setu;

import static eu.estafette.connector.setu.Messages.assignment;
import static eu.estafette.connector.setu.Messages.full;
import static eu.estafette.connector.setu.Messages.request;
import static eu.estafette.connector.setu.Messages.status;
import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.contract.message.CaseEvent;
import eu.estafette.domain.party.Role;
import eu.estafette.kit.intake.DoorSettings;
import eu.estafette.kit.party.Parties;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.party.PartyRegistry;
import eu.estafette.kit.poll.Rereading.Reread;
import eu.estafette.kit.poll.SetAside;
import eu.estafette.kit.poll.WayIn;
import eu.estafette.kit.rig.DoorSide;
import eu.estafette.kit.rig.HubSide;
import eu.estafette.kit.rig.SoapCaller;
import eu.estafette.kit.rig.SoapDoorServer;
import eu.estafette.kit.soap.door.SoapDoor;
import eu.estafette.kit.soap.door.SoapDoors;
import eu.estafette.kit.soap.door.SoapReply;
import eu.estafette.kit.xml.ElementText;
import eu.estafette.schemas.Contracts;
import eu.estafette.schemas.PayloadCodec;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** What each message becomes, beside what came before it. */
class SetuTest {

    private static final PayloadCodec PAYLOADS = new PayloadCodec(Contracts.shipped());
    private static final String BSN = "999990342";
    private static final String NOBODY =
            "<HumanResourceId idOwner=\"StaffingCompany\"><IdValue>4711</IdValue></HumanResourceId>";

    private final Party agency = SetuContractTest.letIn(Parties.party("uitzend-nu", Role.EMPLOYER));
    private final HubSide hub = new HubSide(agency);
    private final DoorSide kafka = new DoorSide();
    private final AtomicLong seconds = new AtomicLong();
    private final SoapDoor door = new SoapDoors(
                    SoapDoorServer.BEARERS,
                    new PartyRegistry(List.of(agency)),
                    (party, events) -> Optional.empty(),
                    new WayIn(hub.wayIn().screening(), kafka),
                    kafka,
                    kafka,
                    hub.doorLog(),
                    new DoorSettings(64 * 1024, Duration.ofSeconds(20), Duration.ofSeconds(1)))
            .of(new Setu(() -> HubSide.NOW.plusSeconds(seconds.incrementAndGet())));

    private ElementText send(String payload) {
        try {
            SoapReply reply = door.take(
                    Map.of("Authorization", "Bearer uitzend-nu", "Content-Type", "text/xml"),
                    new ByteArrayInputStream(SoapCaller.envelope(payload).getBytes(StandardCharsets.UTF_8)));
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

    private List<String> faultsOf(String payload) {
        return SetuContractTest.faults(send(payload).element());
    }

    /** All that has come in once the poller has been there. */
    private List<CaseEvent> told(String... payloads) {
        for (String payload : payloads) {
            assertThat(faultsOf(payload)).as(payload).isEmpty();
        }
        return SetuContractTest.broughtIn(hub, kafka.letters(), agency);
    }

    private static GenericRecord content(CaseEvent event) {
        return PAYLOADS.read(event.getPayload());
    }

    private static String revised(String hours, String ends) {
        return request(assignment(
                "revised",
                "A-1",
                "<HumanResourceId idOwner=\"StaffingCompany\"><IdValue name=\"BSN\">" + BSN
                        + "</IdValue></HumanResourceId>",
                "2026-03-16",
                ends,
                hours));
    }

    @Test
    void anActiveAssignmentIsAnEmploymentThatStarts() {
        // When
        CaseEvent event = told(full("active", "A-1", BSN)).getLast();

        // Then
        GenericRecord employment = content(event);
        assertThat(event.getType()).isEqualTo("eu.estafette.case.v1.employment.notify.started");
        assertThat(event.getBusinessKey()).isEqualTo("A-1");
        assertThat(event.getEventVersion()).isEqualTo(1);
        assertThat(employment.get("startDate")).isEqualTo(LocalDate.of(2026, 3, 16));
        assertThat(employment.get("plannedEnd")).isEqualTo(LocalDate.of(2026, 9, 30));
        assertThat(employment.get("hoursPerWeek")).hasToString("32.0000");
        assertThat(((GenericRecord) employment.get("employer")).get("number")).hasToString(Messages.KVK_SUPPLIER);
        assertThat(((GenericRecord) employment.get("workplace")).get("number")).hasToString(Messages.KVK_CUSTOMER);
        assertThat(((GenericRecord) employment.get("contractForm")).get("code")).hasToString("TEMP_AGENCY");
        assertThat(((GenericRecord) employment.get("function")).get("text")).hasToString("Magazijnmedewerker");
    }

    @Test
    void anAcknowledgementNamesTheAssignment() {
        // When
        ElementText answer = send(full("active", "A-1", BSN));

        // Then
        assertThat(answer.name()).isEqualTo("Acknowledgement");
        assertThat(answer.text("ReceiptAcknowledged")).isEqualTo("true");
        assertThat(answer.text("ReferenceId", "IdValue")).isEqualTo("A-1");
    }

    @Test
    void aRevisionIsAChangeAndTellsWhetherTheHoursDid() {
        // When
        List<CaseEvent> told = told(
                full("active", "A-1", BSN),
                revised("32.0", "<ExpectedEndDate>2026-12-31</ExpectedEndDate>"),
                revised("30", "<ExpectedEndDate>2026-12-31</ExpectedEndDate>"));

        // Then
        assertThat(told).extracting(CaseEvent::getEventVersion).containsExactly(1, 2, 3);
        assertThat(told.subList(1, 3))
                .extracting(CaseEvent::getType)
                .containsOnly("eu.estafette.case.v1.employment.notify.changed");
        assertThat(content(told.get(1)).get("hoursChanged")).isEqualTo(false);
        assertThat(content(told.get(2)).get("hoursChanged")).isEqualTo(true);
    }

    @Test
    void anActualEndIsAnEndAndWithoutItTheEmploymentGoesOn() {
        // When
        List<CaseEvent> told = told(
                full("active", "A-1", BSN),
                revised("32", "<ActualEndDate>2026-05-01</ActualEndDate>"),
                revised("32", "<ExpectedEndDate>2026-09-30</ExpectedEndDate>"));

        // Then
        assertThat(told)
                .extracting(event -> event.getType().replaceFirst(".*notify\\.", "") + " " + event.getAction())
                .containsExactly(
                        "started ORIGINAL",
                        "changed ORIGINAL",
                        "ended ORIGINAL",
                        "changed ORIGINAL",
                        "ended REOPENING");
        assertThat(content(told.get(2)).get("actualEnd")).isEqualTo(LocalDate.of(2026, 5, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cancelled", "x:rejected"})
    void aStatusMessageTakesBackWhatItsIdAloneTells(String status) {
        // When
        List<CaseEvent> told = told(full("active", "A-1", BSN), status(status, "A-1"));

        // Then
        CaseEvent withdrawal = told.getLast();
        assertThat(withdrawal.getType()).endsWith("employment.notify.started");
        assertThat(withdrawal.getAction()).isEqualTo("WITHDRAWAL");
        assertThat(withdrawal.getBusinessKey()).isEqualTo("A-1");
        assertThat(withdrawal.getOccurredOn()).isAfter(LocalDate.of(2026, 1, 1));
        assertThat(told).hasSize(2);
    }

    @Test
    void aStatusMessageWithoutEndTellsNothing() {
        assertThat(told(full("active", "A-1", BSN), status("active", "A-1"), status("revised", "A-1")))
                .hasSize(1);
        assertThat(hub.asides()).isEmpty();
    }

    @Test
    void aStatusOfAnUnknownAssignmentIsForTheOperatorsToSee() {
        assertThat(told(status("cancelled", "A-9"))).isEmpty();
        assertThat(hub.asides())
                .singleElement()
                .satisfies(aside -> assertThat(aside.issues().getFirst().code()).isEqualTo("unknownAssignment"));
    }

    @Test
    void whatWasSetAsideIsReadAgainOnceItCanBeTold(@TempDir Path folder) throws IOException {
        // Given
        told(status("cancelled", "A-1"));
        told(full("active", "A-1", BSN));

        // When
        Reread again = readAgain(folder, hub.asides().getFirst());

        // Then
        assertThat(again).isEqualTo(new Reread.ReadOn(true));
        assertThat(hub.events()).extracting(CaseEvent::getAction).containsExactly("ORIGINAL", "WITHDRAWAL");
    }

    @Test
    void anOlderMessageThatIsMeantIsANewWord(@TempDir Path folder) throws IOException {
        // Given
        told(full("active", "A-1", BSN), revised("24", ""), full("active", "A-1", BSN));

        // When
        readAgain(folder, hub.asides().getFirst());

        // Then
        assertThat(hub.events()).extracting(CaseEvent::getEventVersion).containsExactly(1, 2, 3);
        assertThat(ids(hub.events())).doesNotHaveDuplicates();
    }

    private Reread readAgain(Path folder, SetAside aside) throws IOException {
        Path original = Files.write(folder.resolve("original"), kafka.original(aside.original()));
        return hub.readAgain(
                new SetuConnector(Duration.ofHours(1))
                        .pollersOf(agency, agency.receive().getFirst(), hub.wayIn())
                        .getFirst(),
                aside.original(),
                original,
                aside.part());
    }

    @Test
    void whatIsRevisedBeforeItWasKnownStarts() {
        assertThat(told(revised("32", ""))).singleElement().satisfies(event -> assertThat(event.getType())
                .endsWith("employment.notify.started"));
    }

    @Test
    void anOlderMessageThatComesAgainDoesNotOverwriteANewerOne() {
        // Given
        told(full("active", "A-1", BSN), revised("24", ""));

        // When
        List<CaseEvent> told = told(full("active", "A-1", BSN));

        // Then
        assertThat(told).hasSize(2);
        assertThat(hub.asides())
                .singleElement()
                .extracting(aside -> aside.issues().getFirst().code())
                .isEqualTo("olderAgain");
    }

    @Test
    void theLastMessageSentAgainIsOne() {
        // When
        List<CaseEvent> told = told(full("active", "A-1", BSN), revised("24", ""), revised("24", ""));

        // Then
        assertThat(told).hasSize(2);
        assertThat(hub.asides()).extracting(SetAside::name).isEmpty();
    }

    @Test
    void aCrashAtAnyCommitNeitherLosesNorDoublesAMessage() {
        // Given
        String[] messages = {
            full("active", "A-1", BSN),
            revised("24", "<ActualEndDate>2026-05-01</ActualEndDate>"),
            status("cancelled", "A-1")
        };
        for (String message : messages) {
            send(message);
        }
        List<String> undisturbed = ids(SetuContractTest.broughtIn(new HubSide(agency), kafka.letters(), agency));
        assertThat(undisturbed).hasSize(4);

        for (boolean committed : new boolean[] {false, true}) {
            for (int at = 1; at <= messages.length; at++) {
                // When
                var crashing = new HubSide(agency);
                crashing.killAtCommit(at, committed);
                try {
                    SetuContractTest.broughtIn(crashing, kafka.letters(), agency);
                } catch (HubSide.Killed expected) {
                    assertThat(crashing.commits()).isEqualTo(at);
                }

                // Then: also where a letter is left again
                assertThat(ids(SetuContractTest.broughtIn(crashing, Map.of(), agency)))
                        .as("killed at commit %s, committed: %s", at, committed)
                        .isEqualTo(undisturbed);
                assertThat(ids(SetuContractTest.broughtIn(crashing, kafka.letters(), agency)))
                        .as("killed at commit %s, committed: %s", at, committed)
                        .isEqualTo(undisturbed);
            }
        }
    }

    private static List<String> ids(List<CaseEvent> events) {
        return events.stream().map(CaseEvent::getId).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "assignmentStatus=\"active\" | assignmentStatus=\"ended\" | Assignment/@assignmentStatus",
                "<AssignmentId idOwner=\"StaffingCompany\"> | <AssignmentId idOwner=\"KvK\"> | Assignment/AssignmentId/@idOwner",
                "<IdValue>A-1</IdValue> | <IdValue> </IdValue> | Assignment/AssignmentId/IdValue",
                "<StaffingCustomerId idOwner=\"KvK\"> | <StaffingCustomerId idOwner=\"DUNS\"> | Assignment/ReferenceInformation/StaffingCustomerId/@idOwner",
                "<PositionId><IdValue/> | <PositionId><IdValue>P</IdValue> | Assignment/ReferenceInformation/PositionId/IdValue",
                "<PositionId> | <IntermediaryId><IdValue>I</IdValue></IntermediaryId><PositionId> | Assignment/ReferenceInformation/IntermediaryId",
                "shiftPeriod=\"weekly\" | shiftPeriod=\"event\" | Assignment/StaffingShift/@shiftPeriod",
                "<SETUVersionId>1.4 | <SETUVersionId>1.3 | Assignment/UserArea/AssignmentAdditionalNL/SETUVersionId",
                "temporary staffing | temping | Assignment/UserArea/AssignmentAdditionalNL/PositionType",
                "<ExpectedEndDate>2026-09-30</ExpectedEndDate> | <ActualEndDate>2026-03-01</ActualEndDate> | Assignment/AssignmentDateRange/ActualEndDate",
                "<ExpectedEndDate>2026-09-30 | <ExpectedEndDate>2026-03-01 | Assignment/AssignmentDateRange/ExpectedEndDate",
            })
    void aBrokenRuleIsToldByItsPath(String good, String bad, String path) {
        assertThat(faultsOf(full("active", "A-1", BSN).replace(good, bad))).containsExactly(path);
        assertThat(kafka.effects()).isEmpty();
    }

    @Test
    void aPersonWhomTheHubCannotKnowIsRefused() {
        assertThat(faultsOf(request(assignment("active", "A-1", NOBODY, "2026-03-16", "", "32"))))
                .containsExactly(Names.HUMAN_RESOURCE_ID);
    }

    @Test
    void aPersonMayBeKnownByCaseRef() {
        // Given
        String caseRef = HubSide.caseRef("BSN", BSN);
        String known =
                "<HumanResourceId idOwner=\"StaffingCompany\"><IdValue>" + caseRef + "</IdValue></HumanResourceId>";

        // When
        CaseEvent event = told(request(assignment("active", "A-1", known, "2026-03-16", "", "32")))
                .getLast();

        // Then
        assertThat(event.getCaseRef()).isEqualTo(caseRef);
        assertThat(hub.asides()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1111-11-11", "9999-12-31", "9999-12-30", "notKnown"})
    void noEndIsSpeltInManyWays(String end) {
        assertThat(content(told(full("active", "A-1", BSN).replace("2026-09-30", end))
                                .getLast())
                        .get("plannedEnd"))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-16T08:00:00, 2026-03-16",
        "2026-03-15T23:30:00Z, 2026-03-16",
        "2026-03-16+01:00, 2026-03-16",
        "2026-03-16T00:30:00+01:00, 2026-03-16"
    })
    void aMomentIsADayInThePartnersZone(String written, LocalDate day) {
        assertThat(content(told(full("active", "A-1", BSN)
                                        .replace(
                                                "<StartDate>2026-03-16</StartDate><Exp",
                                                "<StartDate>" + written + "</StartDate><Exp"))
                                .getLast())
                        .get("startDate"))
                .isEqualTo(day);
    }

    @Test
    void whoRecruitsDoesNotEmploy() {
        // When
        GenericRecord employment =
                content(told(full("active", "A-1", BSN).replace("temporary staffing", "recruitment and selection"))
                        .getLast());

        // Then
        assertThat(((GenericRecord) employment.get("employer")).get("number")).hasToString(Messages.KVK_CUSTOMER);
        assertThat(employment.get("workplace")).isNull();
        assertThat(employment.get("contractForm")).isNull();
    }
}
