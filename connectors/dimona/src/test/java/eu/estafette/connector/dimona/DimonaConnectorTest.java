package eu.estafette.connector.dimona;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.contract.message.CaseEvent;
import eu.estafette.domain.party.Role;
import eu.estafette.kit.file.FolderConnections;
import eu.estafette.kit.identifier.IdentifierMode;
import eu.estafette.kit.party.Parties;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.poll.InboundConnector;
import eu.estafette.kit.poll.SetAside;
import eu.estafette.kit.problem.Issue;
import eu.estafette.kit.problem.Issue.Stage;
import eu.estafette.kit.rig.FileConnectorContract;
import eu.estafette.kit.rig.HubSide;
import eu.estafette.kit.token.HubSecrets;
import eu.estafette.kit.token.Tokens;
import eu.estafette.schemas.Contracts;
import eu.estafette.schemas.PayloadCodec;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DimonaConnectorTest extends FileConnectorContract {

    static final Tokens TOKENS = new Tokens(new HubSecrets(
            "subject-key-secret-for-tests-only",
            "case-ref-secret-for-tests-only-00",
            "notice-id-secret-for-tests-only-0"));

    private static final String PERIOD = "123456789012";
    private static final String NAME = "DIMN.123456.20260302.00001.T.1.1";

    @Override
    protected String good(int number) {
        return TestForms.file(TestForms.in(TestForms.insz(number)));
    }

    @Override
    protected String faulty(Set<Stage> stages) {
        String dates = "<StartingDate>2026-03-16</StartingDate>"
                + (stages.contains(Stage.RULE) ? "<EndingDate>2026-03-15</EndingDate>" : "");
        return TestForms.file(TestForms.in(
                stages.contains(Stage.IDENTIFIER) ? "80110927812" : TestForms.INSZ,
                dates,
                stages.contains(Stage.SYNTAX) ? "NONE" : "OTH"));
    }

    @Override
    protected String faultyField(Stage stage) {
        return switch (stage) {
            case SYNTAX -> "WorkerType";
            case IDENTIFIER -> "INSS";
            case RULE -> "EndingDate";
        };
    }

    @Override
    protected List<String> olderAndNewer() {
        return List.of(
                TestForms.file(TestForms.update(PERIOD, "<EndingDate>2026-05-31</EndingDate>")
                        .replace("10:00:00", "09:00:00")),
                TestForms.file(TestForms.update(PERIOD, "<EndingDate>2026-06-30</EndingDate>")));
    }

    @Override
    protected String hostile() {
        return good(1).replace(
                        "<Dimona>",
                        "<!DOCTYPE Dimona [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><Dimona><Form>&e;</Form>");
    }

    @Override
    protected InboundConnector connector(FolderConnections connections) {
        return new DimonaConnector(
                connections, INTERVAL, TOKENS, IdentifierMode.TEST, InstantSource.fixed(HubSide.NOW));
    }

    @Override
    protected Party party() {
        return Parties.register("onss");
    }

    @Override
    protected String goodFile(int records) {
        return TestForms.file(records);
    }

    @Override
    protected String fileWithPoison(int records, int broken) {
        return goodFile(records).replace(TestForms.insz(broken), "80110927812");
    }

    @Override
    protected void leave(String content, String name) throws IOException {
        partner.put("in/" + name, content);
        partner.put("in/FS" + name.substring(2), "signature");
        partner.put("in/GO" + name.substring(2), "");
    }

    @Override
    protected String fileName(int number) {
        return "FI.DIMN.123456.20260302.%05d.T.1.1".formatted(number);
    }

    private void read(String... forms) throws IOException {
        leave(TestForms.file(forms), fileName(1));
        visit();
    }

    private CaseEvent only() {
        assertThat(hub.asides()).isEmpty();
        assertThat(hub.events()).hasSize(1);
        return hub.events().getFirst();
    }

    private static GenericRecord content(CaseEvent event) {
        return new PayloadCodec(Contracts.shipped()).read(event.getPayload());
    }

    private List<String> faults() {
        return hub.asides().stream()
                .map(SetAside::issues)
                .flatMap(List::stream)
                .map(Anomalies::numberOf)
                .toList();
    }

    @Test
    void nothingIsReadBeforeItsTriggerIsThere() throws IOException {
        // Given: it stands still, with its signature
        partner.put("in/FI." + NAME, goodFile(1));
        partner.put("in/FS." + NAME, "signature");
        visit();
        visit();
        assertThat(hub.events()).isEmpty();

        // When
        partner.put("in/GO." + NAME, "");
        visit();

        // Then
        assertThat(hub.events()).hasSize(1);
        assertThat(partner.list("done")).containsExactly("FI." + NAME, "FS." + NAME, "GO." + NAME);
    }

    @Test
    void aStartIsTranslatedWithAPeriodOfItsOwn() throws IOException {
        // When
        read(TestForms.in(
                TestForms.INSZ,
                "<StartingDate>2026-03-16</StartingDate><StartingHour>0830</StartingHour>"
                        + "<EndingDate>2026-03-31</EndingDate>",
                "IVT"));

        // Then
        CaseEvent event = only();
        assertThat(event.getType()).isEqualTo("eu.estafette.case.v1.employment.notify.started");
        assertThat(event.getBusinessKey()).matches("\\d{12}").doesNotContain(TestForms.INSZ);
        assertThat(event.getPartial()).isFalse();
        assertThat(event.getTime()).isEqualTo("2026-03-02T07:15:00.250Z");
        assertThat(content(event))
                .hasToString("{\"employer\": {\"scheme\": \"KBO\", \"number\": \"0206731645\", \"name\": null}, "
                        + "\"workplace\": null, \"workAddress\": null, \"function\": null, \"contractForm\": null, "
                        + "\"measure\": null, \"startDate\": \"2026-03-16\", \"startTime\": \"08:30\", "
                        + "\"plannedEnd\": \"2026-03-31\", \"hoursPerWeek\": null, \"schedule\": null, "
                        + "\"contactPerson\": null, \"workerType\": {\"scheme\": \"DIMONA-WORKER-TYPE\", "
                        + "\"code\": \"IVT\", \"text\": null}, \"sector\": {\"scheme\": \"DIMONA-JOINT-COMMISSION\", "
                        + "\"code\": \"320\", \"text\": null}}");
        assertThat(partner.read("out/FO.NOTI.123456.20260302.00001.T.1.1"))
                .contains("<DimonaPeriodId>" + event.getBusinessKey() + "</DimonaPeriodId>");
    }

    @Test
    void whatOneEmploymentGoesThroughBearsOneKeyAndGrowingVersions() throws IOException {
        // When
        read(
                TestForms.out("34567", "2026-06-30"),
                TestForms.update("34567", "<EndingDate>9999-12-31</EndingDate>"),
                TestForms.cancel("34567"));

        // Then
        assertThat(hub.asides()).isEmpty();
        assertThat(hub.events()).extracting(CaseEvent::getBusinessKey).containsOnly("000000034567");
        assertThat(hub.events())
                .extracting(CaseEvent::getType, CaseEvent::getAction)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("eu.estafette.case.v1.employment.notify.ended", "ORIGINAL"),
                        org.assertj.core.groups.Tuple.tuple(
                                "eu.estafette.case.v1.employment.notify.ended", "REOPENING"),
                        org.assertj.core.groups.Tuple.tuple(
                                "eu.estafette.case.v1.employment.notify.started", "WITHDRAWAL"));
        assertThat(hub.events()).extracting(CaseEvent::getEventVersion).isSorted();
    }

    @Test
    void aChangeHoldsWhatChangedAndNothingElse() throws IOException {
        // When
        read(TestForms.update(PERIOD, "<EndingDate>2026-07-31</EndingDate>"));

        // Then
        CaseEvent event = only();
        assertThat(event.getType()).isEqualTo("eu.estafette.case.v1.employment.notify.changed");
        assertThat(event.getPartial()).isTrue();
        assertThat(content(event).get("plannedEnd")).hasToString("2026-07-31");
        assertThat(content(event).get("startDate")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"0,ORIGINAL", "1,CORRECTION", "3,WITHDRAWAL"})
    void aDailyRegistrationMovesByItsStatus(int status, String action) throws IOException {
        // When
        read(TestForms.daily(status, PERIOD));

        // Then
        assertThat(only().getAction()).isEqualTo(action);
        assertThat(only().getBusinessKey()).isEqualTo(PERIOD);
    }

    @Test
    void whatIsWrongIsToldInTheNumbersOfTheSocialSecurity() throws IOException {
        // When
        read(
                TestForms.in(
                        TestForms.insz(1),
                        "<StartingDate>2026-03-16</StartingDate><EndingDate>2026-03-01</EndingDate>",
                        "OTH"),
                TestForms.in("80110927812"),
                TestForms.in(
                        TestForms.insz(3),
                        "<StartingDate>2026-03-16</StartingDate><EndingDate>9999-12-31</EndingDate>",
                        "OTH"),
                TestForms.in(
                        TestForms.insz(4),
                        "<StartingDate>2026-03-16</StartingDate><EndingDate>2026-04-01</EndingDate>",
                        "STU"),
                TestForms.in(TestForms.insz(5), "<StartingDate>2026-03-16</StartingDate>", "STG"),
                TestForms.in("0"),
                TestForms.update(PERIOD, ""),
                TestForms.out(PERIOD, "9999-12-31"),
                TestForms.in(TestForms.insz(9), "<StartingDate>2026-02-30</StartingDate>", "OTH"));

        // Then
        assertThat(faults())
                .containsExactly(
                        "00911-014",
                        "00024-003",
                        "00911-008",
                        "00911-008",
                        "00911-001",
                        "90017-151",
                        "90378-444",
                        "00911-008",
                        "00910-008");
        assertThat(partner.read("out/FO.NOTI.123456.20260302.00001.T.1.1"))
                .contains("<ErrorID>00024-003</ErrorID><TagName>INSS</TagName><AnomalyClass>B</AnomalyClass>")
                .doesNotContain("80110927812");
        assertThat(partner.read("out/FO.ACRF.123456.20260302.00001.T.1.1")).contains("<ResultCode>1</ResultCode>");
    }

    @Test
    void theSameFormTwiceIsAcceptedWithAWarning() throws IOException {
        // When
        read(TestForms.in(TestForms.INSZ), TestForms.in(TestForms.INSZ));

        // Then: the hub knows the second one by its key
        assertThat(hub.events()).extracting(CaseEvent::getBusinessKey).hasSize(2);
        assertThat(hub.events().getFirst().getBusinessKey())
                .isEqualTo(hub.events().getLast().getBusinessKey());
        assertThat(partner.read("out/FO.NOTI.123456.20260302.00001.T.1.1"))
                .containsOnlyOnce("<ErrorID>90373-333</ErrorID>")
                .contains("<AnomalyClass>W</AnomalyClass>");
    }

    @Test
    void repliesAreTripletsThatKeepTheirOwnSchemas() throws Exception {
        // When
        read(TestForms.in(TestForms.INSZ), TestForms.in("80110927812"));

        // Then
        assertThat(partner.list("out"))
                .containsExactly(
                        "FO.ACRF.123456.20260302.00001.T.1.1",
                        "FO.NOTI.123456.20260302.00001.T.1.1",
                        "FS.ACRF.123456.20260302.00001.T.1.1",
                        "FS.NOTI.123456.20260302.00001.T.1.1",
                        "GO.ACRF.123456.20260302.00001.T.1.1",
                        "GO.NOTI.123456.20260302.00001.T.1.1");
        assertThat(partner.read("out/GO.NOTI.123456.20260302.00001.T.1.1")).isEmpty();
        for (String content : List.of("ACRF", "NOTI")) {
            String name = "FO." + content + ".123456.20260302.00001.T.1.1";
            byte[] written = java.nio.file.Files.readAllBytes(partner.path("out/" + name));
            assertThat(partner.read("out/FS" + name.substring(2)))
                    .isEqualTo(new String(
                            new StandInSignature().over(written).text(name), java.nio.charset.StandardCharsets.UTF_8));
            assertThat(Schemas.breachesOf(content, written)).isEmpty();
        }
    }

    @Test
    void aFileThatWasReadBeforeIsRefusedAtItsReception() throws IOException {
        // Given
        leave(goodFile(1), fileName(1));
        visit();

        // When
        leave(goodFile(1), fileName(2));
        visit();

        // Then
        assertThat(partner.read("out/FO.ACRF.123456.20260302.00002.T.1.1"))
                .contains("<ResultCode>0</ResultCode><ErrorID>EST-001</ErrorID>");
        assertThat(partner.list("out")).doesNotContain("FO.NOTI.123456.20260302.00002.T.1.1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dtdRefused|<!DOCTYPE Dimona [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><Dimona>&x;</Dimona>",
                "dtdRefused|<!DOCTYPE Dimona SYSTEM \"http://127.0.0.1:1/x.dtd\"><Dimona/>",
                "dtdRefused|<!DOCTYPE a [<!ENTITY b \"lol\"><!ENTITY c \"&b;&b;&b;&b;\">]><Dimona>&c;</Dimona>",
                "otherRoot|<ACRF/>",
                "notWellFormed|<Dimona><Form></Dimona>",
                "notWellFormed|no XML at all"
            })
    void whatCouldDoHarmIsRefusedAsAWhole(String code, String content) throws IOException {
        // When
        leave(content, fileName(1));
        visit();

        // Then
        assertThat(hub.events()).isEmpty();
        assertThat(hub.asides()).singleElement().satisfies(aside -> assertThat(aside.issues())
                .extracting(Issue::code)
                .containsExactly(code));
        assertThat(partner.read("out/FO.ACRF.123456.20260302.00001.T.1.1"))
                .contains("<ResultCode>0</ResultCode><ErrorID>EST-002</ErrorID>");
        assertThat(partner.list("in")).isEmpty();
    }

    @Test
    void depthAndSizeHaveLimits() throws IOException {
        // When
        leave("<Dimona>" + "<a>".repeat(100_000), fileName(1));
        leave("<Dimona><Form>" + "x".repeat(2_000_000) + "</Form></Dimona>", fileName(2));
        visit();

        // Then
        assertThat(hub.asides().stream().flatMap(aside -> aside.issues().stream()))
                .extracting(Issue::code)
                .containsExactly("tooDeep", "tooLarge");
    }

    @Test
    void whatStoodBeforeABreakComesIn() throws IOException {
        // When
        String whole = goodFile(3);
        leave(whole.substring(0, whole.lastIndexOf("<Form>") + 20), fileName(1));
        visit();

        // Then
        assertThat(hub.events()).hasSize(2);
        assertThat(partner.read("out/FO.ACRF.123456.20260302.00001.T.1.1"))
                .contains("<ResultCode>0</ResultCode><ErrorID>EST-003</ErrorID>");
    }

    @Test
    void aByteOrderMarkIsPassedOver() throws IOException {
        // When
        leave("\uFEFF" + goodFile(1), fileName(1));
        visit();

        // Then
        assertThat(hub.events()).hasSize(1);
    }

    @Test
    void inProductionTestsAreRefused() throws IOException {
        // Given
        var production = new DimonaConnector(
                        connections, INTERVAL, TOKENS, IdentifierMode.PRODUCTION, InstantSource.fixed(HubSide.NOW))
                .pollersOf(party(), partner.address("dimona"), hub.wayIn())
                .getFirst();
        leave(goodFile(1), fileName(1));

        // When
        hub.visit(production);
        hub.visit(production);

        // Then
        assertThat(hub.events()).isEmpty();
        assertThat(partner.read("out/FO.ACRF.123456.20260302.00001.T.1.1")).contains("<ErrorID>EST-004</ErrorID>");
    }

    @Test
    void twoEmploymentsThatStartOnOneDayHaveTwoKeys() throws IOException {
        // When
        read(TestForms.in(TestForms.INSZ), TestForms.in(TestForms.INSZ).replace(TestForms.KBO, "0884303369"));

        // Then
        assertThat(hub.events()).extracting(CaseEvent::getBusinessKey).doesNotHaveDuplicates();
    }

    @Test
    void aPartyThatMayNotTellOfWorkHasNoMandate() throws IOException {
        // Given
        Party other = Parties.party("arts", Role.SPECIALIST);
        hub = new HubSide(other);
        var poller = connector(connections)
                .pollersOf(other, partner.address("dimona"), hub.wayIn())
                .getFirst();
        leave(goodFile(1), fileName(1));

        // When
        hub.visit(poller);
        hub.visit(poller);

        // Then
        assertThat(hub.refusals()).containsExactly("senderNotEntitled");
        assertThat(partner.read("out/FO.NOTI.123456.20260302.00001.T.1.1")).contains("<ErrorID>90256-155</ErrorID>");
    }
}
