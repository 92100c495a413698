package eu.estafette.hub.delivery;

import eu.estafette.hub.delivery.call.Calls;
import eu.estafette.hub.delivery.call.NoticeReader;
import eu.estafette.hub.delivery.circuit.BackOff;
import eu.estafette.hub.delivery.command.Commands;
import eu.estafette.hub.delivery.lane.KafkaLaneStarts;
import eu.estafette.hub.delivery.lane.LaneStarts;
import eu.estafette.hub.delivery.lane.LaneStatus;
import eu.estafette.hub.delivery.lane.LedgerReader;
import eu.estafette.hub.delivery.outcome.Consequences;
import eu.estafette.hub.delivery.outcome.ResultRecords;
import eu.estafette.hub.delivery.outcome.ResultWriter;
import eu.estafette.hub.delivery.outcome.Results;
import eu.estafette.hub.delivery.parking.ParkingReader;
import eu.estafette.hub.delivery.parking.ShelfReader;
import eu.estafette.hub.delivery.time.Clocks;
import eu.estafette.kit.party.Party;
import eu.estafette.schemas.Contracts;
import eu.estafette.schemas.PayloadCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes every notice from its lane to its party: in order per case and party, at least once, with the same notice id each time. One
 * party's trouble holds up that party only; what a receiver refuses ends as a dead letter. Several instances share the lanes between them.
 *
 * <p>All topics of all parties must exist: {@code estafette.lane}, {@code .ledger}, {@code .recall}, {@code .dead}, {@code .parked},
 * {@code .park-state} and {@code .commands} of each with the same number of
 * partitions, {@code estafette.events} and {@code estafette.journal} with another same number.
 */
public final class DeliveryWorker implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(DeliveryWorker.class);
    private static final Duration START_AGAIN = Duration.ofSeconds(1);

    private final DeliverySettings settings;
    private final DeliveryPorts ports;
    private final UnaryOperator<Producer<byte[], byte[]>> around;
    private final Clocks clocks;
    private final DeliveryClients clients;
    private final Vitals vitals;
    private final DeliveryMeters meters;
    private final Lanes lanes;
    private final Calls calls;
    private final Thread thread;
    private volatile boolean running = true;

    public DeliveryWorker(DeliverySettings settings, DeliveryPorts ports) {
        this(settings, ports, UnaryOperator.identity());
    }

    /** @param around every producer that writes results; a seam for tests that stop the delivery inside of a transaction */
    DeliveryWorker(DeliverySettings settings, DeliveryPorts ports, UnaryOperator<Producer<byte[], byte[]>> around) {
        this.around = around;
        this.settings = settings;
        this.ports = ports;
        this.clocks = Clocks.with(ports.hubTime());
        this.clients = new DeliveryClients(settings, ports.kafka());
        this.vitals = new Vitals(clocks.real());
        this.meters = new DeliveryMeters(
                ports.meters(),
                ports.parties().all().stream()
                        .map(Party::id)
                        .map(id -> id.value())
                        .toList(),
                vitals,
                clocks.real());
        this.lanes = new Lanes(ports.parties(), backOff(), clocks);
        this.calls = new Calls(
                new NoticeReader(ports.notices(), ports.tokens()),
                new ShelfReader(clients::shelves, this::ends),
                ports.partner(),
                ports.hubTime());
        this.thread = Thread.ofPlatform().name("delivery").unstarted(this::run);
    }

    /** Starts in the background. Kafka need not be there yet. */
    public void start() {
        thread.start();
    }

    /**
     * Stops: no call starts any more, those under way are waited for within {@code stop-within}, and what they gave is written. Waits
     * until that is done.
     */
    @Override
    public void close() {
        running = false;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        calls.close();
    }

    /** The lanes that this instance owns, by party, as of at most 100 ms ago while Kafka answers. */
    public Map<String, LaneStatus> lanes() {
        return vitals.lanes();
    }

    /** When Kafka was last heard of by a poll, in real time. */
    public Instant lastContact() {
        return vitals.lastContact();
    }

    /** When results were last written, in real time. */
    public Optional<Instant> lastWrite() {
        return vitals.lastWrite();
    }

    /** Since when results cannot be written, in real time; absent while they can. */
    public Optional<Instant> unwrittenSince() {
        return vitals.unwrittenSince();
    }

    /** One session after the other: what ends one, such as a consumer that cannot go on, does not end the delivery. */
    private void run() {
        while (running) {
            try (Admin admin = clients.admin()) {
                DeliverySession session = session(admin);
                try {
                    session.run(() -> running);
                } finally {
                    session.close();
                }
            } catch (RuntimeException e) {
                log.error("The delivery lost its lanes and starts anew; nothing is lost", e);
                pause();
            }
        }
        vitals.stopped();
    }

    private DeliverySession session(Admin admin) {
        Consumer<byte[], byte[]> consumer = clients.lanes();
        LaneStarts starts = new KafkaLaneStarts(admin, new LedgerReader(clients::readers), settings.groupId());
        var records = new ResultRecords(ports.messages(), new PayloadCodec(Contracts.shipped()), settings.groupId());
        var results = new Results(
                new ResultWriter(() -> around.apply(clients.producer())),
                records,
                starts,
                new Consequences(clocks, settings.betweenTries(), meters),
                settings.tries());
        var ends = new KafkaEnds(admin);
        var recalls = new RecallReader(clients::readers, ends);
        var loader = new LaneLoader(starts, new ParkingReader(clients::readers, ends));
        var owner = new LaneOwner(consumer, lanes, loader, settings.readAhead(), recalls, clocks);
        var writing = new Writing(results, consumer::groupMetadata, settings.gather(), vitals);
        var commands = new Commands(clients::readers, ports.commands(), records, ports.hubTime(), writing::add, ends);
        return new DeliverySession(settings, consumer, lanes, owner, recalls, commands, calls, writing, vitals);
    }

    /** Seldom asked for, so without a client that stays. */
    private Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions) {
        try (Admin admin = clients.admin()) {
            return new KafkaEnds(admin).apply(partitions);
        }
    }

    private BackOff backOff() {
        return new BackOff(
                settings.firstBackOff(),
                settings.longestBackOff(),
                settings.longestRetryAfter(),
                ports.random(),
                clocks);
    }

    private void pause() {
        try {
            Thread.sleep(running ? START_AGAIN : Duration.ZERO);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
