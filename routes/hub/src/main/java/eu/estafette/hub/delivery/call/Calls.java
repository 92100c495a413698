package eu.estafette.hub.delivery.call;

import eu.estafette.contract.message.Notice;
import eu.estafette.hub.delivery.lane.BroughtBack;
import eu.estafette.hub.delivery.lane.Call;
import eu.estafette.hub.delivery.lane.Ended;
import eu.estafette.hub.delivery.lane.LaneNotice;
import eu.estafette.hub.delivery.lane.LaneRecord;
import eu.estafette.hub.delivery.parking.ShelfReader;
import eu.estafette.kit.delivery.Delivery;
import eu.estafette.kit.delivery.DeliveryResult;
import eu.estafette.kit.delivery.DeliveryResult.PartnerTrouble;
import eu.estafette.kit.delivery.DeliveryResult.Refused;
import eu.estafette.kit.party.DeliveryAddress;
import eu.estafette.kit.party.Party;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The calls under way, each on a virtual thread of its own. Every call that was begun ends exactly once, in {@link #ended}. */
public final class Calls implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Calls.class);

    /** A call that was not made within this time is not made at all: its lane may be another's by now. */
    private static final Duration FRESH = Duration.ofSeconds(3);

    private static final PartnerTrouble STOOD_STILL = new PartnerTrouble(
            "STOOD_STILL",
            OptionalInt.empty(),
            "the hub stood still before the call, and may have lost the lane; it is made again",
            Optional.empty());

    private final NoticeReader reader;
    private final ShelfReader shelves;
    private final PartnerCall partner;
    private final InstantSource hubTime;
    private final LongSupplier nanos;
    private final BlockingQueue<Ended> ended = new LinkedBlockingQueue<>();
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("delivery-call-", 0).factory());

    /** One after the other, so that what is parked lies in the order of the lane; it waits for no partner. */
    private final ExecutorService errands = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("delivery-errands").factory());

    /** @param shelves where notices are read that were set aside */
    public Calls(NoticeReader reader, ShelfReader shelves, PartnerCall partner, InstantSource hubTime) {
        this(reader, shelves, partner, hubTime, System::nanoTime);
    }

    Calls(NoticeReader reader, ShelfReader shelves, PartnerCall partner, InstantSource hubTime, LongSupplier nanos) {
        this.reader = reader;
        this.shelves = shelves;
        this.partner = partner;
        this.hubTime = hubTime;
        this.nanos = nanos;
    }

    public void begin(Call call, Party party) {
        long begun = nanos.getAsLong();
        ExecutorService on = call.isOfPartner() ? threads : errands;
        on.execute(() -> ended.add(run(call, party, begun)));
    }

    /** Moves what has ended since. */
    public void drainTo(Collection<Ended> results) {
        ended.drainTo(results);
    }

    /** Waits for the next call to end, at most so long. */
    public Optional<Ended> next(Duration atMost) throws InterruptedException {
        return Optional.ofNullable(ended.poll(atMost.toNanos(), TimeUnit.NANOSECONDS));
    }

    private Ended run(Call call, Party party, long begun) {
        Optional<ConsumerRecord<byte[], byte[]>> source = Optional.empty();
        Optional<LaneNotice> notice = Optional.empty();
        Optional<DeliveryResult> result;
        try {
            source = Optional.of(sourceOf(call));
            notice = Optional.of(reader.read(call.partition().id().topic(), source.get()));
            result = turn(call, notice.get().notice(), party, begun);
        } catch (UnreadableNoticeException e) {
            result = Optional.of(new Refused("UNREADABLE", OptionalInt.empty(), message(e)));
        } catch (RuntimeException | Error e) {
            result = Optional.of(trouble("NOT_READ", e, false));
        }
        return new Ended(call, source, notice, result, hubTime.instant());
    }

    private ConsumerRecord<byte[], byte[]> sourceOf(Call call) {
        return switch (call.record()) {
            case LaneRecord onLane -> onLane.source();
            case BroughtBack back -> shelves.read(call.partition().id(), back.aside());
        };
    }

    /** Empty if nobody was called, because the notice was asked back in time or that was not the purpose. */
    private Optional<DeliveryResult> turn(Call call, Notice notice, Party party, long begun) {
        try {
            DeliveryAddress address = party.addressOf(Optional.ofNullable(notice.getPerson()));
            boolean recalled = call.partition().isRecalled(notice.getNoticeId());
            boolean delivers = recalled ? isThereAlready(address) : call.isOfPartner();
            if (delivers && nanos.getAsLong() - begun > FRESH.toNanos()) {
                return Optional.of(STOOD_STILL);
            }
            return delivers ? Optional.of(partner.deliver(new Delivery(notice, party, address))) : Optional.empty();
        } catch (RuntimeException | Error e) {
            // a connector classifies what can go wrong; what escapes is our own fault, for which no notice may die
            log.atError()
                    .addKeyValue("notice", notice.getNoticeId())
                    .addKeyValue("party", party.id())
                    .setCause(e)
                    .log("The call failed inside the hub; it is tried again when the circuit admits a probe");
            return Optional.of(trouble("CALL_FAILED", e, true));
        }
    }

    /** What goes to a mailbox could be read there from the moment it was sent: to ask it back is always too late. */
    private static boolean isThereAlready(DeliveryAddress address) {
        return address.by().equals(DeliveryAddress.MAILBOX);
    }

    private static PartnerTrouble trouble(String code, Throwable e, boolean inDoubt) {
        return new PartnerTrouble(code, OptionalInt.empty(), message(e), Optional.empty(), inDoubt);
    }

    private static String message(Throwable e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    /** Interrupts what is still under way; its outcome is not known. */
    @Override
    public void close() {
        threads.shutdownNow();
        errands.shutdownNow();
        shelves.close();
    }
}
