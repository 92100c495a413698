package eu.estafette.hub.router;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.contract.message.CaseEvent;
import eu.estafette.contract.message.Identity;
import eu.estafette.contract.message.JournalEntry;
import eu.estafette.contract.message.Notice;
import eu.estafette.domain.cases.Case;
import eu.estafette.domain.cases.CaseId;
import eu.estafette.domain.cases.CaseObject;
import eu.estafette.domain.cases.Coaching;
import eu.estafette.domain.cases.LineHistory;
import eu.estafette.domain.cases.Phase;
import eu.estafette.domain.decision.Decision;
import eu.estafette.domain.decision.NoticeDraft;
import eu.estafette.domain.decision.Outcome;
import eu.estafette.domain.decision.UndecidableException;
import eu.estafette.domain.event.Code;
import eu.estafette.domain.event.Fields;
import eu.estafette.domain.party.PartyId;
import eu.estafette.domain.party.Recipient;
import eu.estafette.domain.party.Role;
import eu.estafette.kit.token.HubSecrets;
import eu.estafette.kit.token.SubjectKey;
import eu.estafette.kit.token.Tokens;
import eu.estafette.schemas.Contracts;
import eu.estafette.schemas.Identities;
import eu.estafette.schemas.PayloadCodec;
import eu.estafette.schemas.Topics;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The shell around the decision, with a decision that is easy to foresee: each event informs one party of itself. */
class RouterTopologyTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:15:00Z");
    private static final PlainAvro AVRO = new PlainAvro();
    private static final String RECEIVER = "jobcoach-noord";

    private final Tokens tokens = new Tokens(new HubSecrets("s".repeat(32), "c".repeat(32), "n".repeat(32)));
    private final PayloadCodec payloads = new PayloadCodec(Contracts.shipped());
    private final SubjectKey subject = tokens.subjectKey("BSN", "999990342");
    private TopologyTestDriver driver;
    private TestInputTopic<String, byte[]> events;

    @BeforeEach
    void start() {
        var router = new Router(this::inform, code -> false, tokens, Contracts.shipped(), AVRO, AVRO, () -> NOW);
        var settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, RouterSettings.APPLICATION_ID);
        driver = new TopologyTestDriver(RouterTopology.of(router), settings);
        events = driver.createInputTopic(Topics.EVENTS, new StringSerializer(), new ByteArraySerializer());
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void aNoticeHoldsItsViewAndNoOtherField() {
        events.pipeInput(subject.hex(), AVRO.serialize(Topics.EVENTS, event("e1")));

        Notice notice = (Notice) decoded(Topics.lane(RECEIVER)).getFirst();
        GenericRecord shown = payloads.read(notice.getPayload());
        assertThat(notice.getView()).isEqualTo("referral-fact");
        assertThat(shown.get("kind").toString()).contains("JOB_COACHING");
        assertThat(shown.getSchema().getField("briefing")).isNull();
    }

    @Test
    void aNoticeGoesToItsLaneAndToTheMailboxesAlike() {
        events.pipeInput(subject.hex(), AVRO.serialize(Topics.EVENTS, event("e1")));

        TestRecord<String, byte[]> onLane = records(Topics.lane(RECEIVER)).getFirst();
        TestRecord<String, byte[]> forMailbox = records(Topics.NOTICES).getFirst();
        assertThat(onLane.value()).isEqualTo(forMailbox.value());
        assertThat(onLane.key()).startsWith("C-");
        assertThat(forMailbox.key()).startsWith("N1-");
    }

    @Test
    void aCoachOrganisationGetsTheNumberAndTheWorkplaceOnlyTheName() {
        events.pipeInput(subject.hex(), AVRO.serialize(Topics.EVENTS, event("COACH_ORGANISATION")));
        events.pipeInput(subject.hex(), AVRO.serialize(Topics.EVENTS, event("WORKPLACE")));

        List<Identity> identities = decoded(Topics.lane(RECEIVER)).stream()
                .map(notice -> Identities.unseal(((Notice) notice).getIdentity()))
                .toList();
        assertThat(identities).extracting(Identity::getNumber).containsExactly("999990342", null);
        assertThat(identities).extracting(Identity::getGivenName).containsExactly("Sam", "Sam");
    }

    @Test
    void aSpecialistIsNotToldWhoItIs() {
        events.pipeInput(subject.hex(), AVRO.serialize(Topics.EVENTS, event("SPECIALIST")));

        assertThat(((Notice) decoded(Topics.lane(RECEIVER)).getFirst()).getIdentity())
                .isNull();
    }

    @Test
    void anUndecidableEventIsSetAsideAndTheNextGoesOn() {
        events.pipeInput(subject.hex(), AVRO.serialize(Topics.EVENTS, event("e1")));
        byte[] poison = AVRO.serialize(Topics.EVENTS, event("undecidable"));
        events.pipeInput(subject.hex(), poison);
        events.pipeInput(subject.hex(), AVRO.serialize(Topics.EVENTS, event("e3")));

        TestRecord<String, byte[]> invalid = records(Topics.INVALID).getFirst();
        assertThat(invalid.value()).isEqualTo(poison);
        assertThat(header(invalid, "estafette.failure.code")).isEqualTo("NO_SUCH_THING");
        assertThat(decoded(Topics.lane(RECEIVER)))
                .extracting(notice -> ((Notice) notice).getSequence())
                .containsExactly(1, 2);
        assertThat(decoded(Topics.JOURNAL))
                .extracting(entry -> ((JournalEntry) entry).getState())
                .containsExactly("ROUTED", "INVALID", "ROUTED");
    }

    @Test
    void bytesThatAreNoEventAreSetAsideWithoutAJournalEntry() {
        byte[] noise = {7, 7, 0, 7};
        events.pipeInput(subject.hex(), noise);

        TestRecord<String, byte[]> invalid = records(Topics.INVALID).getFirst();
        assertThat(invalid.value()).isEqualTo(noise);
        assertThat(header(invalid, "estafette.failure.code")).isEqualTo("UNREADABLE");
        assertThat(header(invalid, "__dlq.errors.offset")).isEqualTo("0");
        assertThat(records(Topics.JOURNAL)).isEmpty();
    }

    @Test
    void onlyChangedEntriesOfTheCaseAreWritten() {
        events.pipeInput(subject.hex(), AVRO.serialize(Topics.EVENTS, event("e1")));
        records(Topics.CASES);

        events.pipeInput(subject.hex(), AVRO.serialize(Topics.EVENTS, event("e2")));

        assertThat(records(Topics.CASES))
                .extracting(TestRecord::key)
                .containsExactlyInAnyOrder(subject.hex() + "/head", subject.hex() + "/object/referral/e2");
    }

    @Test
    void noPersonNumberStandsInAKeyOrAHeader() {
        events.pipeInput(subject.hex(), AVRO.serialize(Topics.EVENTS, event("e1")));

        for (String topic : List.of(Topics.lane(RECEIVER), Topics.NOTICES, Topics.JOURNAL, Topics.CASES)) {
            assertThat(records(topic)).isNotEmpty().allSatisfy(record -> {
                assertThat(record.key()).doesNotContain("999990342");
                record.headers().forEach(header -> assertThat(new String(header.value()))
                        .doesNotContain("999990342"));
            });
        }
    }

    private Decision inform(Optional<Case> before, eu.estafette.domain.event.CaseEvent event, Instant now) {
        if (event.id().equals("undecidable")) {
            throw new UndecidableException("NO_SUCH_THING", "made to fail");
        }
        Role role = List.of("WORKPLACE", "SPECIALIST").contains(event.id())
                ? Role.valueOf(event.id())
                : Role.COACH_ORGANISATION;
        int sequence = before.map(Case::notices).orElse(0) + 1;
        var draft = new NoticeDraft(
                sequence,
                Recipient.of(new PartyId(RECEIVER)),
                role,
                Optional.empty(),
                new NoticeDraft.About(
                        event.id(),
                        event.type(),
                        "REFERRER",
                        event.occurredOn(),
                        event.action(),
                        event.businessKey(),
                        1),
                "referral-fact",
                "event/referral.requested",
                event.data(),
                List.of(),
                Optional.of("R1"));
        return new Decision(
                new Outcome.Routed(Optional.empty()),
                Optional.of(after(before, event, sequence)),
                List.of(draft),
                List.of(),
                List.of("R1"));
    }

    private static Case after(Optional<Case> before, eu.estafette.domain.event.CaseEvent event, int sequence) {
        var objects = new HashMap<>(before.map(Case::objects).orElse(Map.of()));
        var history = new LineHistory(
                event.line(),
                event.data(),
                List.of(new LineHistory.Version(event.action(), event.version(), event.digest())));
        objects.put(event.object(), new CaseObject(event.object(), true, Optional.empty(), List.of(history)));
        return new Case(
                new CaseId("C-1"),
                1,
                "netherlands-municipality",
                NOW,
                Phase.ORIENTATION,
                Coaching.NONE,
                List.of(),
                List.of(),
                sequence,
                sequence,
                objects,
                before.map(Case::sent).orElse(Map.of()));
    }

    private CaseEvent event(String id) {
        Fields data = Fields.of("kind", Code.own("JOB_COACHING"))
                .with("decideBefore", LocalDate.parse("2026-03-09"))
                .with("briefing", Fields.of("text", "knows the way").with("authorRole", "REFERRER"));
        return CaseEvent.newBuilder()
                .setId(id)
                .setSource("urn:estafette:party:gemeente-utrecht")
                .setType("eu.estafette.case.v1.referral.notify.requested")
                .setTime(NOW)
                .setRecordedTime(NOW)
                .setParty("gemeente-utrecht")
                .setAction("ORIGINAL")
                .setBusinessKey(id)
                .setOccurredOn(LocalDate.parse("2026-03-02"))
                .setDigest(ByteBuffer.wrap(new byte[] {1}))
                .setIdentity(Identities.seal(new Identity("BSN", "999990342", "Sam", "Jansen")))
                .setPayload(payloads.write(FieldsCodec.toRecord(
                        Contracts.shipped().latest("event/referral.requested").schema(), data)))
                .build();
    }

    private List<Object> decoded(String topic) {
        return records(topic).stream()
                .map(record -> (Object) AVRO.deserialize(topic, record.value()))
                .toList();
    }

    private List<TestRecord<String, byte[]>> records(String topic) {
        return driver.createOutputTopic(topic, new StringDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    private static String header(TestRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value());
    }
}
