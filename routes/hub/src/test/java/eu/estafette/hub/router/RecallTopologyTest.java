package eu.estafette.hub.router;

import static eu.estafette.hub.router.InformingDecision.AVRO;
import static eu.estafette.hub.router.InformingDecision.NOW;
import static eu.estafette.hub.router.InformingDecision.RECEIVER;
import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.contract.message.JournalEntry;
import eu.estafette.contract.message.Notice;
import eu.estafette.contract.message.Recall;
import eu.estafette.schemas.Topics;
import java.util.List;
import java.util.Properties;
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

/** What the router writes of a notice that is asked back; one call of the topology is one transaction. */
class RecallTopologyTest {

    private final InformingDecision decision = new InformingDecision();
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
    void aRecallIsWrittenWithTheDecisionThatAsksForIt() {
        // Given
        route("e1");
        Notice notice = lastNotice();

        // When
        route("recalling");

        // Then
        TestRecord<String, byte[]> written = records(Topics.recall(RECEIVER)).getLast();
        assertThat(written.key()).isEqualTo(notice.getNoticeId());
        assertThat(AVRO.deserialize(Topics.recall(RECEIVER), written.value()))
                .isEqualTo(new Recall(
                        notice.getNoticeId(), notice.getCaseId(), notice.getCaseRef(), RECEIVER, NOW, "recalling"));
        assertThat(lastEntry().getRecalled()).containsExactly(notice.getNoticeId());
    }

    @Test
    void aRecallThatCameTooLateIsOver() {
        // Given
        route("e1");
        Notice notice = lastNotice();
        route("recalling");
        records(Topics.recall(RECEIVER));

        // When
        route("too-late");

        // Then
        TestRecord<String, byte[]> written = records(Topics.recall(RECEIVER)).getLast();
        assertThat(written.key()).isEqualTo(notice.getNoticeId());
        assertThat(written.value()).isNull();
        assertThat(lastEntry().getRecalled()).isEmpty();
    }

    private void route(String event) {
        events.pipeInput(decision.subject().hex(), AVRO.serialize(Topics.EVENTS, decision.event(event)));
    }

    private Notice lastNotice() {
        return (Notice) AVRO.deserialize(
                Topics.NOTICES, records(Topics.NOTICES).getLast().value());
    }

    private JournalEntry lastEntry() {
        return (JournalEntry) AVRO.deserialize(
                Topics.JOURNAL, records(Topics.JOURNAL).getLast().value());
    }

    private List<TestRecord<String, byte[]>> records(String topic) {
        return driver.createOutputTopic(topic, new StringDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }
}
