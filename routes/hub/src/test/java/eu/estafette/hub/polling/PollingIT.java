package eu.estafette.hub.polling;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.estafette.contract.message.CaseEvent;
import eu.estafette.hub.delivery.rig.OwnEncoding;
import eu.estafette.hub.delivery.rig.TestBroker;
import eu.estafette.hub.originals.OriginalsReader;
import eu.estafette.hub.topics.TopicPlan;
import eu.estafette.kit.check.Verdict;
import eu.estafette.kit.poll.Batch;
import eu.estafette.kit.poll.Poller;
import eu.estafette.kit.poll.Round;
import eu.estafette.kit.token.SubjectKey;
import eu.estafette.schemas.Topics;
import eu.estafette.schemas.avro.GeneratedClasses;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PollingIT {

    private static final String GROUP = "polling";

    private final List<PollingFlow> flows = new ArrayList<>();
    private TestBroker broker;

    @BeforeEach
    void start() throws Exception {
        GeneratedClasses.trust();
        broker = new TestBroker();
        broker.createAsPlanned(Topics.POLLERS, Topics.CONNECTOR_STATE, Topics.ORIGINALS, Topics.INVALID);
    }

    @AfterEach
    void end() throws Exception {
        flows.forEach(PollingFlow::stop);
        broker.close();
    }

    /** Each round brings in the number after the one that it remembers. */
    private static class Counting implements Poller {

        @Override
        public String id() {
            return "counting/somebody/0";
        }

        @Override
        public Duration interval() {
            return Duration.ofMillis(5);
        }

        @Override
        public void poll(Round round) {
            int next = 1 + number(round.state("number"));
            try (Batch batch = round.begin()) {
                batch.accept(event(next));
                batch.put("number", Integer.toString(next).getBytes(UTF_8));
                beforeCommit(next);
                batch.commit();
            }
        }

        void beforeCommit(int number) {}

        private static int number(Optional<byte[]> state) {
            return state.map(text -> Integer.parseInt(new String(text, UTF_8))).orElse(0);
        }
    }

    private static Verdict.Accepted event(int number) {
        CaseEvent event = CaseEvent.newBuilder()
                .setId("e-" + number)
                .setSource("urn:estafette:party:somebody")
                .setType("eu.estafette.case.v1.training.notify.progressed")
                .setTime(Instant.EPOCH)
                .setRecordedTime(Instant.EPOCH)
                .setParty("somebody")
                .setAction("ORIGINAL")
                .setBusinessKey("K-" + number)
                .setOccurredOn(LocalDate.EPOCH)
                .setDigest(ByteBuffer.wrap(new byte[32]))
                .build();
        return new Verdict.Accepted(new SubjectKey("000000000000000000000000"), event, List.of());
    }

    private PollingFlow process(Poller poller) {
        return process(poller, new PollingClients(broker.connection(), GROUP));
    }

    private PollingFlow process(Poller poller, PollingClients clients) {
        var starter = new PollerStarter(
                List.of(poller),
                clients,
                new OwnEncoding(),
                InstantSource.system(),
                new PollingMeters(new SimpleMeterRegistry()),
                new Rereads(new OriginalsReader(clients::reader, TopicPlan.SUBJECT_PARTITIONS)));
        var flow = new PollingFlow(clients, starter);
        flows.add(flow);
        flow.start();
        return flow;
    }

    private List<String> ids() {
        return broker.read(Topics.EVENTS).stream()
                .map(record -> header(record, "ce_id"))
                .toList();
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return new String(header.value(), UTF_8);
    }

    private void awaitEvents(int atLeast) {
        await().atMost(Duration.ofSeconds(60)).until(() -> ids().size() >= atLeast);
    }

    private static List<String> upTo(int number) {
        return IntStream.rangeClosed(1, number).mapToObj(one -> "e-" + one).toList();
    }

    /** Brings in what is left for it, and takes it in the same transaction. */
    private static final class Taking implements Poller {

        @Override
        public String id() {
            return "taking/somebody";
        }

        @Override
        public Duration interval() {
            return Duration.ofMillis(5);
        }

        @Override
        public void poll(Round round) {
            for (var letter : round.left().entrySet()) {
                try (Batch batch = round.begin()) {
                    batch.accept(event(Integer.parseInt(new String(letter.getValue(), UTF_8))));
                    batch.take(letter.getKey());
                    batch.commit();
                }
            }
        }
    }

    @Test
    void whatIsLeftInAnotherProcessReachesThePollerOnceWhetherItRunsOrNot() {
        // Given
        try (var inbox = new KafkaInbox(() -> new PollingClients(broker.connection(), GROUP).originals())) {
            inbox.leave("taking/somebody", "notice-1", "1".getBytes(UTF_8));
            inbox.leave("taking/nobody", "notice-9", "9".getBytes(UTF_8));
            PollingFlow first = process(new Taking());
            awaitEvents(1);

            // When
            inbox.leave("taking/somebody", "notice-2", "2".getBytes(UTF_8));
            awaitEvents(2);
            first.stop();
            inbox.leave("taking/somebody", "notice-3", "3".getBytes(UTF_8));
            process(new Taking());
            awaitEvents(3);
        }

        // Then
        assertThat(ids()).containsExactlyInAnyOrderElementsOf(upTo(3));
    }

    @Test
    void aPollerGoesOnWhereTheLastProcessStopped() {
        // Given
        PollingFlow first = process(new Counting());
        awaitEvents(20);
        process(new Counting());

        // When
        first.stop();
        int before = ids().size();
        awaitEvents(before + 20);

        // Then: one at a time, so nothing twice, and nothing left out
        flows.forEach(PollingFlow::stop);
        List<String> all = ids();
        assertThat(all).isEqualTo(upTo(all.size()));
    }

    @Test
    void whatAProcessCommitsThatStoodStillIsRefused() throws Exception {
        // Given: it stands still in the middle of a round, and the group gives its pollers to another one
        var standing = new CountDownLatch(1);
        var wake = new CountDownLatch(1);
        process(new Counting() {
            @Override
            void beforeCommit(int number) {
                if (number == 5) {
                    standing.countDown();
                    awaitUninterruptibly(wake);
                }
            }
        });
        assertThat(standing.await(60, SECONDS)).isTrue();
        broker.expelAll(GROUP);
        process(new Counting());
        awaitEvents(20);

        // When
        wake.countDown();
        int before = ids().size();
        awaitEvents(before + 20);

        // Then
        flows.forEach(PollingFlow::stop);
        List<String> all = ids();
        assertThat(all).isEqualTo(upTo(all.size()));
    }

    @Test
    void aRoundThatFailsLeavesNothingBehind() {
        // Given
        var failures = new ArrayList<Integer>();
        process(new Counting() {
            @Override
            void beforeCommit(int number) {
                if (number % 3 == 0 && !failures.contains(number)) {
                    failures.add(number);
                    throw new IllegalStateException("the partner hung up");
                }
            }
        });

        // When
        awaitEvents(12);

        // Then
        flows.forEach(PollingFlow::stop);
        List<String> all = ids();
        assertThat(all).isEqualTo(upTo(all.size()));
        assertThat(failures).contains(3, 6, 9, 12);
    }

    @Test
    void aCommitThatArrivesLateDoesNotBringInAnEventTwice() throws Exception {
        // Given: its fifth commit is on its way for long, and nobody knows
        var late = new LateCommit(new PollingClients(broker.connection(), GROUP), 5);

        // When
        process(new Counting(), late);
        awaitEvents(12);

        // Then
        flows.forEach(PollingFlow::stop);
        List<String> all = ids();
        assertThat(all).isEqualTo(upTo(all.size()));
        assertThat(late.hasArrived()).isTrue();
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        boolean interrupted = false;
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
