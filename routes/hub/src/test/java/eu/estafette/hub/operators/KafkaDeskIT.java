package eu.estafette.hub.operators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.estafette.console.desk.HeldReading;
import eu.estafette.console.desk.HoldReview;
import eu.estafette.console.desk.HoldReview.Verdict;
import eu.estafette.console.desk.LaneOrder;
import eu.estafette.console.desk.LaneOrder.Kind;
import eu.estafette.console.desk.LaneOrder.OnLane;
import eu.estafette.console.desk.Original;
import eu.estafette.console.desk.OriginalReading;
import eu.estafette.console.desk.OriginalReading.Of;
import eu.estafette.console.desk.Reading;
import eu.estafette.console.operations.AcceptedEvent;
import eu.estafette.console.operations.HeldEvent;
import eu.estafette.console.operations.InvalidQueries.InvalidEvent;
import eu.estafette.console.problem.ConflictException;
import eu.estafette.console.problem.DeskAwayException;
import eu.estafette.contract.message.CaseEvent;
import eu.estafette.contract.message.JournalEntry;
import eu.estafette.contract.message.LaneCommand;
import eu.estafette.hub.delivery.rig.OwnEncoding;
import eu.estafette.hub.delivery.rig.SharedBroker;
import eu.estafette.hub.delivery.rig.TestBroker;
import eu.estafette.hub.originals.OriginalsReader;
import eu.estafette.hub.originals.OriginalsWriter;
import eu.estafette.hub.router.message.EventWriter;
import eu.estafette.hub.topics.Partitions;
import eu.estafette.hub.topics.TopicPlan;
import eu.estafette.kit.original.OriginalRef;
import eu.estafette.kit.token.HubSecrets;
import eu.estafette.kit.token.SubjectKey;
import eu.estafette.kit.token.Tokens;
import eu.estafette.schemas.Contracts;
import eu.estafette.schemas.PayloadCodec;
import eu.estafette.schemas.Topics;
import eu.estafette.schemas.avro.AvroBytes;
import eu.estafette.schemas.avro.Readers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
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

    private static final Contracts CONTRACTS = Contracts.shipped();
    private static final PayloadCodec PAYLOADS = new PayloadCodec(CONTRACTS);

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
        transactions = transactions(broker);
        desk = desk(broker, transactions);
    }

    static DeskTransactions transactions(TestBroker broker) {
        return new DeskTransactions(() -> new KafkaProducer<>(
                DeskConfiguration.settings(broker.connection()), new StringSerializer(), new ByteArraySerializer()));
    }

    static KafkaDesk desk(TestBroker broker, DeskTransactions transactions) {
        Supplier<Consumer<byte[], byte[]>> consumers = () -> new KafkaConsumer<>(
                DeskConfiguration.reading(broker.connection()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        var writer = new EventWriter(CONTRACTS, PAYLOADS);
        var encoding = new OwnEncoding();
        var invalid = new InvalidTopic(consumers);
        var events = new EventsTopic(consumers);
        return new KafkaDesk(
                transactions,
                encoding,
                TOKENS,
                new EditEvents(writer),
                new InvalidOriginals(invalid, encoding, KafkaDeskIT::event, PAYLOADS),
                new HeldOriginals(events, new HoldEvents(writer), TOKENS, encoding, KafkaDeskIT::event, PAYLOADS),
                new DeadTopic(consumers),
                new SentOriginals(
                        new OriginalsReader(consumers, TopicPlan.SUBJECT_PARTITIONS),
                        events,
                        invalid,
                        encoding,
                        KafkaDeskIT::event,
                        PAYLOADS));
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
    void whatIsPutBackIsTheOriginalUnderTheKeyAndThePlaceItHad() throws Exception {
        // Given
        broker.createAsPlanned(Topics.INVALID);
        String key = TOKENS.subjectKey("BSN", "999990342").hex();
        long offset = setAside("2-17", key);

        // When
        desk.putBack(original("2-17", offset));

        // Then
        assertThat(broker.read(Topics.EVENTS))
                .filteredOn(
                        record -> new String(record.value(), StandardCharsets.UTF_8).equals("the original " + party))
                .singleElement()
                .satisfies(record -> {
                    assertThat(new String(record.key(), StandardCharsets.UTF_8)).isEqualTo(key);
                    assertThat(record.partition()).isEqualTo(Partitions.of(key, 6));
                    assertThat(record.headers())
                            .extracting(
                                    header -> header.key() + "=" + new String(header.value(), StandardCharsets.UTF_8))
                            .containsExactly("ce_id=E1", "estafette.place=2-17");
                });
        assertThat(lastOfInvalid().value()).isNull();
        assertThatThrownBy(() -> desk.putBack(original("2-17", offset))).isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> desk.giveUp(original("2-17", offset))).isInstanceOf(ConflictException.class);
    }

    @Test
    void whatIsGivenUpLeavesTheListAndIsJournaled() throws Exception {
        // Given
        broker.createAsPlanned(Topics.INVALID);
        long offset = setAside("3-18", party);

        // When
        String content = desk.contentOf(original("3-18", offset));
        desk.giveUp(original("3-18", offset));

        // Then: nobody can read it, so its bytes show
        assertThat(content)
                .isEqualTo(
                        Base64.getEncoder().encodeToString(("the original " + party).getBytes(StandardCharsets.UTF_8)));
        assertThat(lastOfInvalid().value()).isNull();
        assertThat(journal()).extracting(JournalEntry::getKind).containsExactly("READ", "DISCARDED");
        assertThat(journal()).extracting(JournalEntry::getDetail).containsOnly("told by phone");
        assertThat(broker.read(Topics.EVENTS)).noneMatch(record -> new String(record.value(), StandardCharsets.UTF_8)
                .equals("the original " + party));
    }

    @Test
    void whatIsSaidOfAHeldEventGoesUnderItsKeyAndWhatItHoldsIsReadOnRecord() throws Exception {
        // Given
        String key = TOKENS.subjectKey("BSN", "123456782").hex();
        HeldEvent held = held(accept(key), Optional.empty());

        // When
        Optional<String> content = desk.contentOf(new HeldReading(held, "operator", "told by phone", NOW));
        desk.review(new HoldReview(
                "review-" + party, Verdict.DISCARD, held, "operator", Optional.of("sent in error"), NOW));

        // Then: nobody can read it, so its bytes show
        assertThat(content)
                .contains(
                        Base64.getEncoder().encodeToString(("the original " + party).getBytes(StandardCharsets.UTF_8)));
        assertThat(journal(key)).singleElement().satisfies(entry -> {
            assertThat(entry.getKind()).isEqualTo("READ");
            assertThat(entry.getParty()).isEqualTo(party);
            assertThat(entry.getPerson()).isEqualTo("operator");
            assertThat(entry.getDetail()).isEqualTo("told by phone");
            assertThat(entry.getEvent().getId()).isEqualTo("E1");
        });
        ConsumerRecord<byte[], byte[]> written = broker.read(Topics.EVENTS).stream()
                .filter(record -> key.equals(new String(record.key(), StandardCharsets.UTF_8)))
                .toList()
                .getLast();
        CaseEvent review = decode(CaseEvent.getClassSchema(), written);
        assertThat(review.getType()).isEqualTo("eu.estafette.case.v1.hold.notify.reviewed");
        assertThat(review.getPerson()).isEqualTo("operator");
        assertThat(review.getBusinessKey()).isEqualTo(held.place() + "|DISCARD|review-" + party);
        assertThat(PAYLOADS.read(review.getPayload()).toString())
                .contains("\"eventId\": \"E1\"")
                .contains("\"verdict\": \"DISCARD\"")
                .contains("sent in error");
    }

    @Test
    void anEventThatIsNoLongerKeptIsFoundByItsCase() throws Exception {
        // Given
        SubjectKey subject = TOKENS.subjectKey("BSN", "999990342");
        String place = accept(subject.hex());
        String gone = place.substring(0, 2) + "999999999";

        // When
        desk.review(new HoldReview(
                "lost-" + party,
                Verdict.REPLAY,
                held(gone, Optional.of(TOKENS.caseRef(subject, 1))),
                "operator",
                Optional.empty(),
                NOW));

        // Then
        assertThat(broker.read(Topics.EVENTS).stream()
                        .filter(record -> new String(record.value(), StandardCharsets.UTF_8).contains("lost-" + party)))
                .singleElement()
                .satisfies(record -> assertThat(new String(record.key(), StandardCharsets.UTF_8))
                        .isEqualTo(subject.hex()));
        assertThat(desk.contentOf(new HeldReading(held(gone, Optional.empty()), "operator", "why", NOW)))
                .isEmpty();
        assertThatThrownBy(() -> desk.review(new HoldReview(
                        "r", Verdict.REPLAY, held(gone, Optional.empty()), "operator", Optional.empty(), NOW)))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("no longer kept");
    }

    @Test
    void whatNobodyCouldReadIsShownRawOnRecord() throws Exception {
        // Given
        broker.admin()
                .createTopics(List.of(new NewTopic(Topics.dead(party), 2, (short) 1)))
                .all()
                .get();
        String place = Topics.lane(party) + "-1-17";
        try (var producer = broker.producer("die-" + party)) {
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(
                    Topics.dead(party), 1, place.getBytes(StandardCharsets.UTF_8), new byte[] {1, 2, 3}));
            producer.send(new ProducerRecord<>(
                    Topics.dead(party), 1, "another".getBytes(StandardCharsets.UTF_8), new byte[] {4}));
            producer.commitTransaction();
        }

        // When, Then
        assertThat(desk.rawOf(reading(place))).contains("AQID");
        assertThat(journal()).singleElement().satisfies(entry -> {
            assertThat(entry.getKind()).isEqualTo("READ");
            assertThat(entry.getNotices().getFirst().getNoticeId()).isEqualTo(place);
        });
        assertThat(desk.rawOf(reading(Topics.lane(party) + "-1-18"))).isEmpty();
        assertThat(journal()).hasSize(1);
    }

    @Test
    void aPartThatIsToBeReadAgainIsOrderedFromItsPollerAndStaysUntilThen() throws Exception {
        // Given
        broker.createAsPlanned(Topics.INVALID, Topics.CONNECTOR_STATE);
        String place = Topics.AT_THE_DOOR + party + "-3";
        long offset = setAside(
                place,
                Map.of(
                        "estafette.poller",
                        "training-csv/" + party,
                        "estafette.connector",
                        "training-csv",
                        "estafette.failure.party",
                        party,
                        "estafette.dataref",
                        "ab".repeat(32),
                        "estafette.part",
                        "3"));
        String unread = Topics.AT_THE_DOOR + party + "-4";
        long unreadOffset = setAside(unread, Map.of("estafette.failure.party", party));

        // When
        desk.putBack(original(place, offset));

        // Then
        assertThat(broker.read(Topics.CONNECTOR_STATE))
                .filteredOn(record -> new String(record.key(), StandardCharsets.UTF_8)
                        .equals("training-csv/" + party + "/orders/" + place))
                .singleElement()
                .satisfies(record -> assertThat(new String(record.value(), StandardCharsets.UTF_8))
                        .contains("\"original\":\"" + "ab".repeat(32) + "\"", "\"part\":3"));
        assertThat(journal(party)).singleElement().satisfies(entry -> {
            assertThat(entry.getKind()).isEqualTo("REPLAYED");
            assertThat(entry.getPerson()).isEqualTo("operator");
        });
        assertThat(broker.read(Topics.INVALID))
                .filteredOn(record -> place.equals(new String(record.key(), StandardCharsets.UTF_8)))
                .hasSize(1);
        assertThatThrownBy(() -> desk.putBack(original(unread, unreadOffset)))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("let its sender send it again");
    }

    @Test
    void whatAPartnerSentIsReadOnRecordByWhateverBecameOfIt() throws Exception {
        // Given
        broker.createAsPlanned(Topics.INVALID, Topics.ORIGINALS);
        byte[] sent = ("a file of " + party).getBytes(StandardCharsets.UTF_8);
        OriginalRef ref;
        try (var originals = new OriginalsWriter(
                new KafkaProducer<>(broker.connection(), new ByteArraySerializer(), new ByteArraySerializer()),
                TopicPlan.SUBJECT_PARTITIONS)) {
            ref = originals.keep(sent);
        }
        String key = TOKENS.subjectKey("BSN", "999990342").hex();
        String ofAnother = accept(key);
        String place = Topics.AT_THE_DOOR + party + "-3";
        long offset = setAside(place, Map.of("estafette.dataref", ref.sha256(), "estafette.failure.party", party));

        // When, Then: of a partner that speaks our own format the event itself is the original
        assertThat(read(new Of.Accepted(accepted(ofAnother))))
                .hasValue(
                        Base64.getEncoder().encodeToString(("the original " + party).getBytes(StandardCharsets.UTF_8)));
        assertThat(read(new Of.SetAside(original(place, offset).event()))).hasValue("a file of " + party);
        assertThat(read(new Of.Named(ref.sha256()))).hasValue("a file of " + party);
        assertThat(read(new Of.Named("cd".repeat(32)))).isEmpty();
        assertThat(journal(key))
                .filteredOn(entry -> entry.getParty().equals(party))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.getKind()).isEqualTo("READ");
                    assertThat(entry.getEvent().getId()).isEqualTo("E1");
                });
        assertThat(journal("hub"))
                .extracting(JournalEntry::getDetail)
                .contains("told by phone (" + ref + ")")
                .doesNotContain("told by phone (" + "cd".repeat(32) + ")");
    }

    private Optional<String> read(Of what) throws Exception {
        Optional<Path> copy = desk.original(new OriginalReading(what, "operator", "told by phone", NOW));
        if (copy.isEmpty()) {
            return Optional.empty();
        }
        String content = Files.readString(copy.get());
        Files.delete(copy.get());
        return Optional.of(content);
    }

    private AcceptedEvent accepted(String place) {
        return new AcceptedEvent(
                place,
                "E1",
                "urn:estafette:party:" + party,
                party,
                "employment.ended",
                "KEY-1",
                "ORIGINAL",
                1,
                Optional.empty(),
                Optional.empty(),
                NOW);
    }

    private Reading reading(String noticeId) {
        return new Reading(
                noticeId,
                party,
                Optional.empty(),
                "UNKNOWN",
                "UNKNOWN",
                "UNKNOWN",
                Optional.empty(),
                Optional.empty(),
                "operator",
                "why",
                NOW);
    }

    private String accept(String key) throws Exception {
        try (var producer = broker.producer("accept-" + party)) {
            producer.beginTransaction();
            var written = producer.send(new ProducerRecord<>(
                    Topics.EVENTS,
                    Partitions.of(key, 6),
                    key.getBytes(StandardCharsets.UTF_8),
                    ("the original " + party).getBytes(StandardCharsets.UTF_8)));
            producer.commitTransaction();
            return written.get().partition() + "-" + written.get().offset();
        }
    }

    private HeldEvent held(String place, Optional<String> caseRef) {
        return new HeldEvent(
                1,
                place,
                "E1",
                "urn:estafette:party:" + party,
                party,
                "employment.ended",
                "KEY-1",
                "ORIGINAL",
                1,
                Optional.of("NO_ORIGINAL"),
                Optional.of(NOW),
                Optional.empty(),
                caseRef,
                NOW,
                0,
                List.of());
    }

    private long setAside(String place, String key) throws Exception {
        return setAside(place, Map.of("estafette.failure.code", "UNREADABLE", "__dlq.errors.key", key));
    }

    private long setAside(String place, Map<String, String> more) throws Exception {
        Headers headers = new RecordHeaders();
        more.forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        headers.add("ce_id", "E1".getBytes(StandardCharsets.UTF_8));
        try (var producer = broker.producer("set-aside-" + party)) {
            producer.beginTransaction();
            var written = producer.send(new ProducerRecord<>(
                    Topics.INVALID,
                    0,
                    place.getBytes(StandardCharsets.UTF_8),
                    ("the original " + party).getBytes(StandardCharsets.UTF_8),
                    headers));
            producer.commitTransaction();
            return written.get().offset();
        }
    }

    private ConsumerRecord<byte[], byte[]> lastOfInvalid() {
        return broker.read(Topics.INVALID).getLast();
    }

    private Original original(String place, long offset) {
        var event = new InvalidEvent(
                1,
                place,
                offset,
                Optional.empty(),
                Optional.empty(),
                Optional.of(party),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "UNREADABLE",
                Optional.empty(),
                Optional.empty(),
                "{}");
        return new Original(event, "operator", "told by phone", NOW);
    }

    private static SpecificRecord event(String topic, byte[] bytes) {
        throw new SerializationException("not one of our records");
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
        return journal(party);
    }

    private List<JournalEntry> journal(String key) {
        return broker.read(Topics.JOURNAL).stream()
                .filter(record -> new String(record.key(), StandardCharsets.UTF_8).equals(key))
                .map(record -> KafkaDeskIT.<JournalEntry>decode(JournalEntry.getClassSchema(), record))
                .toList();
    }

    /** After the byte that says whose encoding it is. */
    private static <T> T decode(Schema schema, ConsumerRecord<byte[], byte[]> record) {
        return AvroBytes.decode(
                ByteBuffer.wrap(record.value(), 1, record.value().length - 1), Readers.<T>ofSpecific(schema, schema));
    }
}
