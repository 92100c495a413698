package eu.estafette.hub.operators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.estafette.console.desk.LaneOrder;
import eu.estafette.console.desk.LaneOrder.Kind;
import eu.estafette.console.desk.LaneOrder.OnLane;
import eu.estafette.console.desk.Reading;
import eu.estafette.console.problem.DeskAwayException;
import eu.estafette.contract.message.JournalEntry;
import eu.estafette.contract.message.LaneCommand;
import eu.estafette.hub.delivery.rig.OwnEncoding;
import eu.estafette.hub.delivery.rig.SharedBroker;
import eu.estafette.hub.delivery.rig.TestBroker;
import eu.estafette.hub.topics.Partitions;
import eu.estafette.kit.token.HubSecrets;
import eu.estafette.kit.token.SubjectKey;
import eu.estafette.kit.token.Tokens;
import eu.estafette.schemas.Topics;
import eu.estafette.schemas.avro.AvroBytes;
import eu.estafette.schemas.avro.Readers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedBroker.class)
class KafkaDeskIT {

    private static final Instant NOW = Instant.parse("2026-03-02T08:15:00Z");
    private static final Tokens TOKENS = new Tokens(new HubSecrets(
            "a secret of more than 32 characters for tests",
            "another secret of more than 32 characters!",
            "and a third secret of more than 32 chars"));

    private final String party = "party-" + UUID.randomUUID();
    private final TestBroker broker;
    private DeskTransactions transactions;
    private KafkaDesk desk;

    KafkaDeskIT(TestBroker broker) {
        this.broker = broker;
    }

    @BeforeEach
    void open() throws Exception {
        broker.admin()
                .createTopics(List.of(new NewTopic(Topics.commands(party), 3, (short) 1)))
                .all()
                .get();
        transactions = new DeskTransactions(() -> new KafkaProducer<>(
                DeskConfiguration.settings(broker.connection()), new StringSerializer(), new ByteArraySerializer()));
        desk = new KafkaDesk(transactions, new OwnEncoding(), TOKENS);
    }

    @AfterEach
    void close() {
        transactions.close();
    }

    @Test
    void aCommandLiesWhereItsNoticesLieAndIsJournaledWithIt() {
        // When
        desk.give(List.of(replay(new OnLane("N1", "C1"), new OnLane("N2", "C2"))));

        // Then
        Map<Integer, LaneCommand> commands = new HashMap<>();
        broker.read(Topics.commands(party)).forEach(record -> {
            assertThat(new String(record.key(), StandardCharsets.UTF_8)).isEqualTo("c-" + party);
            commands.put(record.partition(), decode(LaneCommand.getClassSchema(), record));
        });
        assertThat(commands).hasEntrySatisfying(Partitions.of("C1", 3), one -> assertThat(one.getNotices())
                .contains("N1"));
        assertThat(commands).hasEntrySatisfying(Partitions.of("C2", 3), one -> assertThat(one.getNotices())
                .contains("N2"));
        assertThat(journal()).singleElement().satisfies(entry -> {
            assertThat(entry.getKind()).isEqualTo("COMMANDED");
            assertThat(entry.getState()).isEqualTo("ACCEPTED");
            assertThat(entry.getReason()).isEqualTo("REPLAY");
            assertThat(entry.getPerson()).isEqualTo("operator");
            assertThat(entry.getCommand()).isEqualTo("c-" + party);
            assertThat(entry.getParts()).isEqualTo(commands.size());
        });
    }

    @Test
    void ofAnOrderThatCannotBeWrittenWholeNothingIsWritten() {
        // Given
        var elsewhere = new LaneOrder(
                "c-" + party,
                Kind.PAUSE,
                "no-such-party",
                "operator",
                Optional.empty(),
                NOW,
                List.of(),
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());

        // When, Then
        assertThatThrownBy(() -> desk.give(List.of(replay(new OnLane("N1", "C1")), elsewhere)))
                .isInstanceOf(DeskAwayException.class);
        assertThat(broker.read(Topics.commands(party))).isEmpty();
        assertThat(journal()).isEmpty();

        // and the desk goes on
        desk.give(List.of(replay(new OnLane("N1", "C1"))));
        assertThat(broker.read(Topics.commands(party))).hasSize(1);
    }

    @Test
    void aReadingStandsBesideAllElseOfItsNotice() {
        // Given
        SubjectKey subject = TOKENS.subjectKey("BSN", "999990342");
        String noticeId = TOKENS.noticeId(subject, 1, party);

        // When
        desk.read(new Reading(
                noticeId,
                party,
                Optional.empty(),
                "COACH",
                "INFORM",
                "referral-fact",
                Optional.empty(),
                Optional.of("E1-REF"),
                "operator",
                "they ask what was in it",
                NOW));

        // Then
        assertThat(broker.read(Topics.JOURNAL).stream()
                        .filter(record -> new String(record.key(), StandardCharsets.UTF_8).equals(subject.hex())))
                .extracting(record -> KafkaDeskIT.<JournalEntry>decode(JournalEntry.getClassSchema(), record))
                .filteredOn(entry -> entry.getParty().equals(party))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.getKind()).isEqualTo("READ");
                    assertThat(entry.getPerson()).isEqualTo("operator");
                    assertThat(entry.getDetail()).isEqualTo("they ask what was in it");
                    assertThat(entry.getNotices().getFirst().getNoticeId()).isEqualTo(noticeId);
                });
    }

    private LaneOrder replay(OnLane... notices) {
        return new LaneOrder(
                "c-" + party,
                Kind.REPLAY,
                party,
                "operator",
                Optional.empty(),
                NOW,
                List.of(notices),
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private List<JournalEntry> journal() {
        return broker.read(Topics.JOURNAL).stream()
                .filter(record -> new String(record.key(), StandardCharsets.UTF_8).equals(party))
                .map(record -> KafkaDeskIT.<JournalEntry>decode(JournalEntry.getClassSchema(), record))
                .toList();
    }

    /** After the byte that says whose encoding it is. */
    private static <T> T decode(Schema schema, ConsumerRecord<byte[], byte[]> record) {
        return AvroBytes.decode(
                ByteBuffer.wrap(record.value(), 1, record.value().length - 1), Readers.<T>ofSpecific(schema, schema));
    }
}
