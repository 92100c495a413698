package eu.estafette.hub.polling;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.estafette.contract.message.CaseEvent;
import eu.estafette.domain.party.PartyId;
import eu.estafette.hub.delivery.rig.OwnEncoding;
import eu.estafette.hub.delivery.rig.SharedBroker;
import eu.estafette.hub.delivery.rig.TestBroker;
import eu.estafette.hub.originals.OriginalsReader;
import eu.estafette.hub.originals.OriginalsWriter;
import eu.estafette.hub.topics.TopicPlan;
import eu.estafette.kit.check.Verdict;
import eu.estafette.kit.intake.Screening.Screened;
import eu.estafette.kit.original.OriginalRef;
import eu.estafette.kit.poll.Batch;
import eu.estafette.kit.poll.Poller;
import eu.estafette.kit.poll.Rereading;
import eu.estafette.kit.poll.Rereading.Reread;
import eu.estafette.kit.poll.Round;
import eu.estafette.kit.poll.SetAside;
import eu.estafette.kit.problem.Issue;
import eu.estafette.kit.token.SubjectKey;
import eu.estafette.schemas.Topics;
import eu.estafette.schemas.avro.GeneratedClasses;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedBroker.class)
class RereadIT {

    private static final Issue UNKNOWN_ROLE =
            new Issue(Issue.Stage.RULE, "roleNotAllowed", "body", "rol", Optional.empty(), "is not its own");

    private final String id = UUID.randomUUID().toString();
    private final TestBroker broker;
    private final AtomicInteger rounds = new AtomicInteger();
    private PollingClients clients;
    private OriginalsWriter originals;
    private PollingFlow flow;
    private volatile Reader reader = content -> new Screened.Unfit(List.of(UNKNOWN_ROLE));

    RereadIT(TestBroker broker) {
        this.broker = broker;
    }

    /** What the poller of this test makes of a part. */
    private interface Reader {
        Screened read(String content) throws IOException;
    }

    private final class Fetching implements Poller {

        @Override
        public String id() {
            return "fetching/" + id;
        }

        @Override
        public Duration interval() {
            return Duration.ofMillis(20);
        }

        @Override
        public Optional<Rereading> rereading() {
            return Optional.of((original, content, part, round) -> {
                String text = Files.readString(content);
                return new Reread.Part(reader.read(text), text.getBytes(UTF_8));
            });
        }

        @Override
        public void poll(Round round) {
            if (round.state("begun").isEmpty()) {
                OriginalRef kept = originals.keep(("a line of " + id).getBytes(UTF_8));
                try (Batch batch = round.begin()) {
                    batch.setAside(new SetAside(
                            new PartyId("somebody"), "fetching", kept, 3, new byte[] {1}, List.of(UNKNOWN_ROLE)));
                    batch.put("begun", new byte[] {1});
                    batch.commit();
                }
            }
            rounds.incrementAndGet();
        }
    }

    @BeforeEach
    void open() throws Exception {
        GeneratedClasses.trust();
        broker.createAsPlanned(Topics.POLLERS, Topics.CONNECTOR_STATE, Topics.ORIGINALS, Topics.INVALID);
        clients = new PollingClients(broker.connection(), "polling-" + id);
        originals = new OriginalsWriter(clients.originals(), TopicPlan.SUBJECT_PARTITIONS);
        flow = new PollingFlow(
                clients,
                new PollerStarter(
                        List.of(new Fetching()),
                        clients,
                        new OwnEncoding(),
                        InstantSource.system(),
                        new PollingMeters(new SimpleMeterRegistry()),
                        new Rereads(new OriginalsReader(clients::reader, TopicPlan.SUBJECT_PARTITIONS))));
        flow.start();
        await().atMost(Duration.ofSeconds(60)).until(() -> aside().isPresent());
    }

    @AfterEach
    void close() {
        flow.stop();
        originals.close();
    }

    @Test
    void aPartThatIsMendedComesInOnceAndIsNoLongerInvalid() {
        // Given
        reader = content -> new Screened.Fit(event());

        // When
        order();

        // Then
        await().atMost(Duration.ofSeconds(30)).until(() -> aside().isEmpty());
        awaitMoreRounds();
        assertThat(events()).hasSize(1);
    }

    @Test
    void aPartThatStillCannotBeReadStandsThereWithTheReasonOfNow() {
        // Given
        String before = header(aside().orElseThrow(), "estafette.read-at");
        reader = content -> new Screened.Unfit(
                List.of(new Issue(Issue.Stage.RULE, "notYet", "body", "rol", Optional.empty(), "is still wrong")));

        // When
        order();

        // Then
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(header(aside().orElseThrow(), "estafette.failure.code"))
                        .isEqualTo("notYet"));
        ConsumerRecord<byte[], byte[]> now = aside().orElseThrow();
        assertThat(header(now, "estafette.read-at")).isGreaterThan(before);
        assertThat(header(now, "estafette.poller")).isEqualTo("fetching/" + id);
        assertThat(new String(now.value(), UTF_8)).isEqualTo("a line of " + id);
        assertThat(events()).isEmpty();
    }

    @Test
    void whatCannotBeReadNowIsTriedAgainAndHoldsUpNothingNew() {
        // Given
        var tried = new AtomicInteger();
        reader = content -> {
            if (tried.incrementAndGet() < 4) {
                throw new IOException("the partner is away");
            }
            return new Screened.Fit(event());
        };
        int before = rounds.get();

        // When
        order();

        // Then
        await().atMost(Duration.ofSeconds(30)).until(() -> events().size() == 1);
        assertThat(rounds.get()).isGreaterThan(before + 2);
        assertThat(aside()).isEmpty();
    }

    @Test
    void aReaderThatBreaksOnItStopsNothing() {
        // Given
        reader = content -> {
            throw new IllegalStateException("a fault of ours");
        };

        // When
        order();

        // Then
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(header(aside().orElseThrow(), "estafette.failure.code"))
                        .isEqualTo("internalError"));
        awaitMoreRounds();
    }

    /** As the desk gives it. */
    private void order() {
        ConsumerRecord<byte[], byte[]> aside = aside().orElseThrow();
        var order = new RereadOrder(
                        header(aside, "estafette.poller"),
                        new String(aside.key(), UTF_8),
                        "somebody",
                        "fetching",
                        header(aside, "estafette.dataref"),
                        Integer.parseInt(header(aside, "estafette.part")),
                        Instant.ofEpochMilli(aside.timestamp()))
                .record();
        try (var producer = broker.producer("order-" + id)) {
            producer.beginTransaction();
            producer.send(new org.apache.kafka.clients.producer.ProducerRecord<>(
                    order.topic(), order.partition(), order.key().getBytes(UTF_8), order.value()));
            producer.commitTransaction();
        }
    }

    private void awaitMoreRounds() {
        int before = rounds.get();
        await().atMost(Duration.ofSeconds(30)).until(() -> rounds.get() > before + 2);
    }

    /** What of this test's poller is invalid now. */
    private Optional<ConsumerRecord<byte[], byte[]>> aside() {
        OriginalRef mine = new OriginalRef(eu.estafette.schemas.Sha256.hex(("a line of " + id).getBytes(UTF_8)));
        return broker.read(Topics.INVALID).stream()
                .filter(record -> new String(record.key(), UTF_8).equals(Topics.AT_THE_DOOR + mine.eventId(3)))
                .reduce((first, last) -> last)
                .filter(record -> record.value() != null);
    }

    private List<String> events() {
        return broker.read(Topics.EVENTS).stream()
                .map(record -> header(record, "ce_id"))
                .filter(("e-" + id)::equals)
                .toList();
    }

    private Verdict.Accepted event() {
        CaseEvent event = CaseEvent.newBuilder()
                .setId("e-" + id)
                .setSource("urn:estafette:party:somebody")
                .setType("eu.estafette.case.v1.training.notify.progressed")
                .setTime(Instant.EPOCH)
                .setRecordedTime(Instant.EPOCH)
                .setParty("somebody")
                .setAction("ORIGINAL")
                .setBusinessKey("K-" + id)
                .setOccurredOn(LocalDate.EPOCH)
                .setDigest(ByteBuffer.wrap(new byte[32]))
                .build();
        return new Verdict.Accepted(new SubjectKey("000000000000000000000000"), event, List.of());
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), UTF_8);
    }
}
