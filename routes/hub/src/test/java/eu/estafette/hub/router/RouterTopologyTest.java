package eu.estafette.hub.router;

import static eu.estafette.hub.router.InformingDecision.AVRO;
import static eu.estafette.hub.router.InformingDecision.RECEIVER;
import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.contract.message.Identity;
import eu.estafette.contract.message.JournalEntry;
import eu.estafette.contract.message.Notice;
import eu.estafette.kit.token.SubjectKey;
import eu.estafette.schemas.Contracts;
import eu.estafette.schemas.Identities;
import eu.estafette.schemas.PayloadCodec;
import eu.estafette.schemas.Topics;
import java.util.List;
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

/** The shell around the decision. */
class RouterTopologyTest {

    private final PayloadCodec payloads = new PayloadCodec(Contracts.shipped());
    private final InformingDecision decision = new InformingDecision();
    private final SubjectKey subject = decision.subject();
    private TopologyTestDriver driver;
    private TestInputTopic<String, byte[]> events;

    @BeforeEach
    void start() {
        var settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, RouterSettings.APPLICATION_ID);
        driver = new TopologyTestDriver(RouterTopology.of(decision.router(), new DueWatch()), settings);
        events = driver.createInputTopic(Topics.EVENTS, new StringSerializer(), new ByteArraySerializer());
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void aNoticeHoldsItsViewAndNoOtherField() {
        events.pipeInput(subject.hex(), AVRO.serialize(Topics.EVENTS, decision.event("e1")));

        Notice notice = (Notice) decoded(Topics.lane(RECEIVER)).getFirst();
        GenericRecord shown = payloads.read(notice.getPayload());
        assertThat(notice.getView()).isEqualTo("referral-fact");
        assertThat(shown.get("kind").toString()).contains("JOB_COACHING");
        assertThat(shown.getSchema().getField("briefing")).isNull();
    }

    @Test
    void aNoticeGoesToItsLaneAndToTheMailboxesAlike() {
        events.pipeInput(subject.hex(), AVRO.serialize(Topics.EVENTS, decision.event("e1")));

        TestRecord<String, byte[]> onLane = records(Topics.lane(RECEIVER)).getFirst();
        TestRecord<String, byte[]> forMailbox = records(Topics.NOTICES).getFirst();
        assertThat(onLane.value()).isEqualTo(forMailbox.value());
        assertThat(onLane.key()).startsWith("C-");
        assertThat(forMailbox.key()).startsWith("N1-");
    }

    @Test
    void aCoachOrganisationGetsTheNumberAndTheWorkplaceOnlyTheName() {
        events.pipeInput(subject.hex(), AVRO.serialize(Topics.EVENTS, decision.event("COACH_ORGANISATION")));
        events.pipeInput(subject.hex(), AVRO.serialize(Topics.EVENTS, decision.event("WORKPLACE")));

        List<Identity> identities = decoded(Topics.lane(RECEIVER)).stream()
                .map(notice -> Identities.unseal(((Notice) notice).getIdentity()))
                .toList();
        assertThat(identities).extracting(Identity::getNumber).containsExactly("999990342", null);
        assertThat(identities).extracting(Identity::getGivenName).containsExactly("Sam", "Sam");
    }

    @Test
    void aSpecialistIsNotToldWhoItIs() {
        events.pipeInput(subject.hex(), AVRO.serialize(Topics.EVENTS, decision.event("SPECIALIST")));

        assertThat(((Notice) decoded(Topics.lane(RECEIVER)).getFirst()).getIdentity())
                .isNull();
    }

    @Test
    void aRegisterHearsWhoItIsAndSinceWhenAndNothingElse() {
        events.pipeInput(subject.hex(), AVRO.serialize(Topics.EVENTS, decision.event("REGISTER")));

        Notice notice = (Notice) decoded(Topics.lane(RECEIVER)).getFirst();
        Identity identity = Identities.unseal(notice.getIdentity());
        assertThat(identity.getNumber()).isEqualTo("999990342");
        assertThat(identity.getGivenName()).isNull();
        assertThat(identity.getFamilyName()).isNull();
        assertThat(notice.getEvent().getType()).isEqualTo("eu.estafette.case.v1.subscription.notify.start");
        assertThat(notice.getEvent().getId()).isNotEqualTo("REGISTER");
        assertThat(payloads.read(notice.getPayload()).toString())
                .contains("START", "2026-03-02")
                .doesNotContain("JOB_COACHING");
    }

    @Test
    void anUndecidableEventIsSetAsideAndTheNextGoesOn() {
        events.pipeInput(subject.hex(), AVRO.serialize(Topics.EVENTS, decision.event("e1")));
        byte[] poison = AVRO.serialize(Topics.EVENTS, decision.event("undecidable"));
        events.pipeInput(subject.hex(), poison);
        events.pipeInput(subject.hex(), AVRO.serialize(Topics.EVENTS, decision.event("e3")));

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
    void whatLacksKeyOrValueIsSetAsideAndTheNextGoesOn() {
        events.pipeInput(null, AVRO.serialize(Topics.EVENTS, decision.event("e1")));
        events.pipeInput(subject.hex(), null);
        events.pipeInput("no subject", AVRO.serialize(Topics.EVENTS, decision.event("e2")));
        events.pipeInput(subject.hex(), AVRO.serialize(Topics.EVENTS, decision.event("e3")));

        assertThat(records(Topics.INVALID)).hasSize(3).allMatch(record -> record.value() != null);
        assertThat(decoded(Topics.JOURNAL))
                .extracting(entry -> ((JournalEntry) entry).getState())
                .endsWith("ROUTED");
    }

    @Test
    void onlyChangedEntriesOfTheCaseAreWritten() {
        events.pipeInput(subject.hex(), AVRO.serialize(Topics.EVENTS, decision.event("e1")));
        records(Topics.CASES);

        events.pipeInput(subject.hex(), AVRO.serialize(Topics.EVENTS, decision.event("e2")));

        assertThat(records(Topics.CASES))
                .extracting(TestRecord::key)
                .containsExactlyInAnyOrder(subject.hex() + "/head", subject.hex() + "/object/referral/e2");
    }

    @Test
    void noPersonNumberStandsInAKeyOrAHeader() {
        events.pipeInput(subject.hex(), AVRO.serialize(Topics.EVENTS, decision.event("e1")));

        for (String topic : List.of(Topics.lane(RECEIVER), Topics.NOTICES, Topics.JOURNAL, Topics.CASES)) {
            assertThat(records(topic)).isNotEmpty().allSatisfy(record -> {
                assertThat(record.key()).doesNotContain("999990342");
                record.headers().forEach(header -> assertThat(new String(header.value()))
                        .doesNotContain("999990342"));
            });
        }
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
