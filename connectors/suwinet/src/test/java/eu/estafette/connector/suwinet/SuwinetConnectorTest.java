package eu.estafette.connector.suwinet;

import static eu.estafette.connector.suwinet.Answers.BSN;
import static eu.estafette.connector.suwinet.Answers.EMPLOYER;
import static eu.estafette.connector.suwinet.Answers.OTHER_EMPLOYER;
import static eu.estafette.connector.suwinet.Answers.relation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.estafette.contract.message.CaseEvent;
import eu.estafette.contract.message.Notice;
import eu.estafette.kit.delivery.Delivery;
import eu.estafette.kit.delivery.DeliveryResult;
import eu.estafette.kit.delivery.DeliveryResult.Delivered;
import eu.estafette.kit.delivery.DeliveryResult.Refused;
import eu.estafette.kit.party.DeliveryAddress;
import eu.estafette.kit.party.Parties;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.poll.Poller;
import eu.estafette.kit.rig.HubSide;
import eu.estafette.kit.rig.SignedRequest;
import eu.estafette.kit.rig.SoapPartner;
import eu.estafette.kit.rig.SubscriptionNotices;
import eu.estafette.kit.rig.TestKeys;
import eu.estafette.kit.soap.SoapConnections;
import eu.estafette.kit.soap.SoapLimits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuwinetConnectorTest {

    private static final String CASE = "C0195a3b2-0000-7000-8000-000000000001";
    private static final String OTHER_CASE = "C0195a3b2-0000-7000-8000-000000000002";
    private static final SubscriptionNotices ROUTER = new SubscriptionNotices("uwv", "BSN");
    private static final Duration ROUNDS = Duration.ofSeconds(10);

    private final CamelContext camel = new DefaultCamelContext();
    private final SoapConnections connections = new SoapConnections(SoapLimits.STANDARD, InstantSource.system());
    private Instant now = HubSide.NOW;
    private SoapPartner uwv;
    private Party party;
    private HubSide hub;
    private Path folder;

    @BeforeEach
    void open(@TempDir Path temporary) throws Exception {
        folder = temporary;
        uwv = new SoapPartner(temporary);
        party = Parties.receiving(Parties.register("uwv"), uwv.address("suwinet", Map.of()));
        hub = new HubSide(party);
        camel.addRoutes(new SuwinetRoutes(SubscriptionNotices.PAYLOADS, hub));
        camel.start();
    }

    @AfterEach
    void close() throws Exception {
        camel.stop();
        connections.close();
        uwv.close();
    }

    private DeliveryResult deliver(Notice notice) {
        return camel.createProducerTemplate()
                .requestBody(
                        SuwinetOutbound.DELIVER,
                        new Delivery(notice, party, new DeliveryAddress("suwinet", Map.of())),
                        DeliveryResult.class);
    }

    private Poller poller() {
        return new SuwinetConnector(connections, ROUNDS)
                .pollersOf(party, party.receive().getFirst(), hub.wayIn())
                .getFirst();
    }

    private void subscribe() {
        assertThat(deliver(ROUTER.start(CASE, 1, BSN))).isInstanceOf(Delivered.class);
    }

    private void visit() throws IOException {
        hub.at(now);
        hub.visit(poller());
    }

    /** What UWV says from now on, and the hub asks it a day later. */
    private void theNextDay(String answer) throws IOException {
        uwv.says(answer);
        now = now.plus(Duration.ofDays(1));
        visit();
    }

    private List<String> told() {
        return hub.events().stream()
                .map(event -> event.getType().replaceFirst(".*\\.notify\\.", "") + " " + event.getAction() + " "
                        + event.getBusinessKey())
                .toList();
    }

    private static GenericRecord content(CaseEvent event) {
        return SubscriptionNotices.PAYLOADS.read(event.getPayload());
    }

    private static String key(String sequence) {
        return EMPLOYER + "-" + sequence;
    }

    @Test
    void onlySubscribedPersonsAreAskedAbout() throws Exception {
        // Given
        uwv.says(Answers.NOTHING_FOUND);

        // When
        visit();

        // Then
        assertThat(uwv.requests()).isEmpty();

        // When
        subscribe();
        visit();

        // Then
        assertThat(uwv.requests()).singleElement().asString().contains("<Burgerservicenr>" + BSN);
    }

    @Test
    void theFirstAnswerTellsWhatIsCurrentAndNoHistory() throws Exception {
        // Given
        subscribe();

        // When
        theNextDay(Answers.of(
                relation(EMPLOYER, "1", "20190101", "20201231"), relation(EMPLOYER, "0002", "20250601", "99991230")));

        // Then
        assertThat(told()).containsExactly("started ORIGINAL " + key("2"));
        GenericRecord started = content(hub.events().getFirst());
        assertThat(started.get("startDate")).hasToString("2025-06-01");
        assertThat(started.get("plannedEnd")).isNull();
        assertThat(started.get("employer").toString()).contains("LHN", EMPLOYER, "Bakkerij");
        assertThat(hub.asides()).isEmpty();
    }

    @Test
    void theSameAnswerAgainTellsNothing() throws Exception {
        // Given
        subscribe();
        String answer = Answers.of(relation(EMPLOYER, "1", "20250601", "00000000"));
        theNextDay(answer);

        // When
        theNextDay(answer);

        // Then
        assertThat(uwv.requests()).hasSize(2);
        assertThat(told()).containsExactly("started ORIGINAL " + key("1"));
    }

    @Test
    void anEndIsToldThenCorrectedThenTakenBack() throws Exception {
        // Given
        subscribe();
        theNextDay(Answers.of(relation(EMPLOYER, "1", "20250601", null)));

        // When
        theNextDay(Answers.of(relation(EMPLOYER, "1", "20250601", "20260301")));
        theNextDay(Answers.of(relation(EMPLOYER, "1", "20250601", "20260302")));
        theNextDay(Answers.of(relation(EMPLOYER, "1", "20250601", null)));

        // Then
        assertThat(told())
                .containsExactly(
                        "started ORIGINAL " + key("1"),
                        "ended ORIGINAL " + key("1"),
                        "ended CORRECTION " + key("1"),
                        "ended REOPENING " + key("1"));
        assertThat(hub.events().stream().map(CaseEvent::getEventVersion).toList())
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(hub.events().stream().map(CaseEvent::getId).toList()).doesNotHaveDuplicates();
    }

    @Test
    void anEndThatLiesAheadIsAPlanAndBecomesAnEndWhenItsDayComes() throws Exception {
        // Given
        subscribe();
        String answer = Answers.of(relation(EMPLOYER, "1", "20250601", "20260305"));

        // When
        theNextDay(answer); // 3 March
        theNextDay(answer);
        theNextDay(answer); // 5 March

        // Then
        assertThat(told()).containsExactly("started ORIGINAL " + key("1"), "ended ORIGINAL " + key("1"));
        assertThat(content(hub.events().getFirst()).get("plannedEnd")).hasToString("2026-03-05");
    }

    @Test
    void twoEmployersOnTheSameDayAreTwoEmploymentsAndOneEndsAlone() throws Exception {
        // Given
        subscribe();
        theNextDay(
                Answers.of(relation(EMPLOYER, "1", "20260302", null), relation(OTHER_EMPLOYER, "1", "20260302", null)));

        // When
        theNextDay(Answers.of(
                relation(EMPLOYER, "1", "20260302", "20260304"), relation(OTHER_EMPLOYER, "1", "20260302", null)));

        // Then
        assertThat(told())
                .containsExactly(
                        "started ORIGINAL " + key("1"),
                        "started ORIGINAL " + OTHER_EMPLOYER + "-1",
                        "ended ORIGINAL " + key("1"));
    }

    @Test
    void anotherKindOfWorkIsAChangeAndUnknownCodesAreKept() throws Exception {
        // Given
        subscribe();
        theNextDay(Answers.of(relation(EMPLOYER, "1", "20250601", null, "11")));

        // When
        theNextDay(Answers.of(relation(EMPLOYER, "1", "20250601", null, "97")));

        // Then
        assertThat(told()).containsExactly("started ORIGINAL " + key("1"), "changed ORIGINAL " + key("1"));
        assertThat(content(hub.events().getFirst()).get("contractForm").toString())
                .contains("TEMP_AGENCY");
        assertThat(content(hub.events().getLast()).get("workerType").toString()).contains(Kinds.SCHEME, "97");
        assertThat(content(hub.events().getLast()).get("contractForm")).isNull();
    }

    @Test
    void anEmploymentThatIsGoneWithoutAnEndIsUnknownAndShownOnce() throws Exception {
        // Given
        subscribe();
        theNextDay(Answers.of(relation(EMPLOYER, "1", "20250601", null)));

        // When
        theNextDay(Answers.NOTHING_FOUND);
        theNextDay(Answers.NOTHING_FOUND);

        // Then
        assertThat(told()).containsExactly("started ORIGINAL " + key("1"));
        assertThat(hub.asides())
                .singleElement()
                .satisfies(aside -> assertThat(aside.issues().getFirst().code()).isEqualTo("vanished"));

        // When
        theNextDay(Answers.of(relation(EMPLOYER, "1", "20250601", "20260303")));

        // Then
        assertThat(told()).containsExactly("started ORIGINAL " + key("1"), "ended ORIGINAL " + key("1"));
    }

    @Test
    void aFaultIsAFailedPollAndNothingEnded() throws Exception {
        // Given
        subscribe();
        theNextDay(Answers.of(relation(EMPLOYER, "1", "20250601", null)));
        var before = hub.remembered().get("memory/" + CASE);

        // When
        assertThatThrownBy(() -> theNextDay(Answers.fault("0107")))
                .hasMessageContaining("0107")
                .hasMessageNotContaining(BSN);
        assertThatThrownBy(() -> theNextDay(Answers.halfWithFault())).hasMessageContaining("0107");

        // Then
        assertThat(told()).containsExactly("started ORIGINAL " + key("1"));
        assertThat(hub.asides()).isEmpty();
        assertThat(hub.remembered().get("memory/" + CASE)).isEqualTo(before);
    }

    @Test
    void oneFailingPersonHoldsUpNobody() throws Exception {
        // Given
        deliver(ROUTER.start(CASE, 1, BSN));
        deliver(ROUTER.start(OTHER_CASE, 1, "111222333"));
        uwv.says(request -> request.contains(BSN)
                ? Answers.fault("0001")
                : Answers.ofPerson("111222333", relation(EMPLOYER, "1", "20250601", null)));

        // When
        assertThatThrownBy(this::visit).hasMessageContaining("0001");

        // Then
        assertThat(told()).containsExactly("started ORIGINAL " + key("1"));

        // When
        visit();

        // Then: it rests before it is tried again
        assertThat(uwv.requests()).hasSize(2);
    }

    @Test
    void anAnswerAboutSomebodyElseIsSetAsideWithItsOriginal() throws Exception {
        // Given
        subscribe();

        // When
        theNextDay(Answers.ofPerson("111222333", relation(EMPLOYER, "1", "20250601", null)));

        // Then
        assertThat(hub.events()).isEmpty();
        assertThat(hub.asides()).singleElement().satisfies(aside -> {
            assertThat(aside.issues().getFirst().name()).isEqualTo("Burgerservicenr");
            assertThat(new String(hub.original(aside.original()).orElseThrow(), StandardCharsets.UTF_8))
                    .contains("111222333");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"20260300", "20260230"})
    void anEmploymentThatSaysTooLittleIsSetAsideAndTheOthersAreTold(String end) throws Exception {
        // Given
        subscribe();

        // When
        theNextDay(Answers.of(relation(EMPLOYER, "1", "20250601", end), relation(EMPLOYER, "2", "20250601", null)));

        // Then
        assertThat(told()).containsExactly("started ORIGINAL " + key("2"));
        assertThat(hub.asides()).hasSize(1);
    }

    @Test
    void whatIsUnfitIsSetAsideOnceAndToldWhenItIsPutRight() throws Exception {
        // Given: a number that fails the eleven test
        subscribe();
        String unfit = Answers.of(relation("000900001L01", "1", "20250601", null));
        theNextDay(unfit);

        // When
        theNextDay(unfit);

        // Then
        assertThat(hub.events()).isEmpty();
        assertThat(hub.asides()).hasSize(1);
    }

    @Test
    void whoIsNoLongerSubscribedIsForgottenAndAnOlderWordBringsNobodyBack() throws Exception {
        // Given
        subscribe();
        theNextDay(Answers.of(relation(EMPLOYER, "1", "20250601", null)));

        // When
        deliver(ROUTER.stop(CASE, 2, BSN));
        visit();
        deliver(ROUTER.start(CASE, 1, BSN));
        theNextDay(Answers.NOTHING_FOUND);

        // Then
        assertThat(uwv.requests()).hasSize(1);
        assertThat(hub.left()).isEmpty();
        assertThat(hub.remembered().values()).allSatisfy(kept -> assertThat(new String(kept, StandardCharsets.UTF_8))
                .doesNotContain(BSN));
        assertThat(hub.remembered().keySet()).allSatisfy(key -> assertThat(key).doesNotContain(BSN));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCrashAtEachCommitNeitherLosesNorDoublesAnEvent(boolean committed) throws Exception {
        // Given
        subscribe();
        uwv.says(Answers.of(
                relation(EMPLOYER, "1", "20250601", null), relation(OTHER_EMPLOYER, "1", "20260202", "20260301")));
        for (int commit = 1; commit <= 3; commit++) {
            // When
            hub.killAtCommit(commit, committed);
            try {
                visit();
            } catch (HubSide.Killed e) {
                // the next process
            }
        }
        hub.killAtCommit(1_000, false);
        visit();

        // Then
        assertThat(told())
                .containsExactly(
                        "started ORIGINAL " + key("1"),
                        "started ORIGINAL " + OTHER_EMPLOYER + "-1",
                        "ended ORIGINAL " + OTHER_EMPLOYER + "-1");
    }

    @Test
    void personsAreSpreadOverTheDayAndAskedOnceInIt() throws Exception {
        // Given
        uwv.says(request -> Answers.NOTHING_FOUND);
        for (int person = 0; person < 40; person++) {
            deliver(ROUTER.start("C-" + person, 1, BSN));
        }
        for (int round = 0; round < 10; round++) {
            visit();
        }
        int first = uwv.requests().size();

        // When: a whole day, hour by hour
        int busiest = 0;
        for (int hour = 0; hour < 24; hour++) {
            int before = uwv.requests().size();
            now = now.plus(Duration.ofHours(1));
            for (int round = 0; round < 4; round++) {
                visit();
            }
            busiest = Math.max(busiest, uwv.requests().size() - before);
        }

        // Then
        assertThat(first).isEqualTo(40);
        assertThat(uwv.requests()).hasSize(80);
        assertThat(busiest).isLessThan(10);
    }

    @Test
    void aRoundAsksNoMoreThanThePaceAllows() throws Exception {
        // Given: 30 a minute, a round each 10 seconds
        uwv.says(Answers.NOTHING_FOUND);
        for (int person = 0; person < 12; person++) {
            deliver(ROUTER.start("C-" + person, 1, BSN));
        }

        // When
        visit();

        // Then
        assertThat(uwv.requests()).hasSize(5);
    }

    @Test
    void requestsAreSigned() throws Exception {
        // Given
        var keys = TestKeys.in(folder);
        Map<String, String> own = new HashMap<>();
        own.put("keyStore", keys.hub().toString());
        own.put("keyStorePassword", TestKeys.PASSWORD);
        party = Parties.receiving(Parties.register("uwv"), uwv.address("suwinet", own));
        uwv.says(Answers.NOTHING_FOUND);
        subscribe();

        // When
        visit();

        // Then
        SignedRequest request = SignedRequest.of(uwv.requests().getFirst());
        assertThat(request.valid()).isTrue();
        assertThat(request.signed()).contains("Body", "Timestamp", "Action", "To");
    }

    @Test
    void whatIsNoSubscriptionOfSomebodyKnownThereIsRefused() {
        // When
        DeliveryResult byInsz = deliver(ROUTER.startBy("INSZ", CASE, "93051822361"));
        party = Parties.register("uwv");
        DeliveryResult unpolled = deliver(ROUTER.start(CASE, 1, BSN));

        // Then
        assertThat(byInsz).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.code())
                .isEqualTo("NO_BSN"));
        assertThat(unpolled).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.code())
                .isEqualTo("NOT_POLLED"));
        assertThat(hub.left()).isEmpty();
    }

    @Test
    void anAddressIsCheckedAndTriedOut() throws Exception {
        // Given
        var connector = new SuwinetConnector(connections, ROUNDS);
        var address = uwv.address("suwinet", Map.of("interval", "often", "perMinute", "0", "speed", "1"));

        // Then
        assertThat(connector.faultsOf(address)).hasSize(3);
        assertThat(connector.tryOut(uwv.address("suwinet", Map.of()))).isEmpty();
    }
}
