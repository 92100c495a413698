package eu.estafette.hub.polling;

import eu.estafette.kit.poll.Batch;
import eu.estafette.kit.poll.Poller;
import eu.estafette.kit.poll.Round;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.SortedMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one poller round after round on a thread of its own, for as long as its tenancy lasts. A round that fails costs nothing but itself:
 * the next begins with a new producer and with what is committed.
 */
final class PollerRun implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(PollerRun.class);

    private final Poller poller;
    private final int partition;
    private final PollingClients clients;
    private final Serializer<SpecificRecord> serializer;
    private final InstantSource clock;
    private final PollingMeters meters;
    private final Tenancy tenancy;
    private final Rereads rereads;
    private final SetAsideRecords asides;
    private final String transactionalId;
    private @Nullable PollerState state;
    private @Nullable Producer<byte[], byte[]> producer;

    PollerRun(
            Poller poller,
            int partition,
            PollingClients clients,
            Serializer<SpecificRecord> serializer,
            InstantSource clock,
            PollingMeters meters,
            Tenancy tenancy,
            Rereads rereads) {
        this.poller = poller;
        this.partition = partition;
        this.clients = clients;
        this.serializer = serializer;
        this.clock = clock;
        this.meters = meters;
        this.tenancy = tenancy;
        this.rereads = rereads;
        this.asides = new SetAsideRecords(poller, clock);
        transactionalId = clients.transactionalId();
    }

    @Override
    public void run() {
        try {
            while (tenancy.goesOn()) {
                round();
                pause(poller.interval());
            }
        } catch (InterruptedException e) {
            // told to stop: what is not committed is done by whoever comes next
        } finally {
            forget();
        }
    }

    private void round() throws InterruptedException {
        try {
            var round = new KafkaRound();
            Optional<IOException> unread = readAgain(round);
            poller.poll(round);
            if (unread.isPresent()) {
                throw unread.get();
            }
            meters.visited(poller.id());
        } catch (Exception e) {
            forget();
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (tenancy.goesOn()) {
                meters.failed(poller.id());
                log.atWarn()
                        .addKeyValue("poller", poller.id())
                        .setCause(e)
                        .log("a round failed; the next goes on from what is committed");
            }
        }
    }

    /** What cannot be read again now does not keep what is new from being read. */
    private Optional<IOException> readAgain(Round round) {
        try {
            rereads.carryOut(poller, state().orders().values(), round, this::batch);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(e);
        }
    }

    private static void pause(Duration interval) throws InterruptedException {
        Thread.sleep(interval);
    }

    /** After a failure nothing that is held here is sure. */
    private void forget() {
        PollerState known = state;
        Producer<byte[], byte[]> old = producer;
        state = null;
        producer = null;
        // a thread that was told to stop could not even close
        boolean stopped = Thread.interrupted();
        if (known != null) {
            known.close();
        }
        if (old != null) {
            old.close(Duration.ZERO);
        }
        if (stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** The producer first: a transaction whose end nobody heard of may still commit, until the next one of its name begins. */
    private PollerState state() {
        PollerState known = state;
        if (known == null) {
            producer();
            known = PollerState.load(poller.id(), partition, clients.reader());
            state = known;
        }
        return known;
    }

    private Producer<byte[], byte[]> producer() {
        Producer<byte[], byte[]> open = producer;
        if (open == null) {
            open = clients.producer(transactionalId);
            producer = open;
            open.initTransactions();
        }
        return open;
    }

    private KafkaBatch batch() {
        return new KafkaBatch(producer(), serializer, state(), asides, tenancy);
    }

    private final class KafkaRound implements Round {

        @Override
        public Instant now() {
            return clock.instant();
        }

        @Override
        public boolean goesOn() {
            return tenancy.goesOn();
        }

        @Override
        public Optional<byte[]> state(String key) {
            return PollerRun.this.state().get(key);
        }

        @Override
        public SortedMap<String, byte[]> states(String prefix) {
            return PollerRun.this.state().under(prefix);
        }

        @Override
        public SortedMap<String, byte[]> left() {
            return PollerRun.this.state().left();
        }

        @Override
        public Batch begin() {
            return batch();
        }
    }
}
