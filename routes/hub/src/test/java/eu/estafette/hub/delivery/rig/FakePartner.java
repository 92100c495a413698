package eu.estafette.hub.delivery.rig;

import eu.estafette.hub.delivery.call.PartnerCall;
import eu.estafette.kit.delivery.Delivery;
import eu.estafette.kit.delivery.DeliveryResult;
import eu.estafette.kit.delivery.DeliveryResult.Delivered;
import eu.estafette.kit.delivery.DeliveryResult.PartnerTrouble;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** All partners: each takes what it gets until told otherwise, and keeps a record of every call. */
public final class FakePartner implements PartnerCall {

    public static final DeliveryResult DELIVERED = new Delivered(OptionalInt.of(204));
    public static final DeliveryResult UNAVAILABLE =
            new PartnerTrouble("SERVER_ERROR", OptionalInt.of(503), "HTTP 503", Optional.empty());
    public static final DeliveryResult NO_ANSWER =
            new PartnerTrouble("TIMEOUT", OptionalInt.empty(), "no answer", Optional.empty(), true);

    /** One call, as the partner saw it. */
    public record Seen(String party, String caseId, int sequence, String noticeId, int atOnce) {}

    private final Map<String, Function<Delivery, DeliveryResult>> manners = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> underWay = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> casesUnderWay = new ConcurrentHashMap<>();
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final List<String> overlaps = new CopyOnWriteArrayList<>();

    /** From now on the party does this. */
    public void answers(String party, Function<Delivery, DeliveryResult> manner) {
        manners.put(party, manner);
    }

    /** The party's calls do not return before the latch opens. */
    public CountDownLatch hangs(String party) {
        return hangsOn(party, delivery -> true);
    }

    public CountDownLatch hangsOn(String party, Function<Delivery, Boolean> which) {
        var released = new CountDownLatch(1);
        answers(party, delivery -> {
            if (which.apply(delivery)) {
                await(released);
            }
            return DELIVERED;
        });
        return released;
    }

    @Override
    public DeliveryResult deliver(Delivery delivery) {
        String party = delivery.notice().getParty();
        String caseOfParty = party + "/" + delivery.notice().getCaseId();
        AtomicInteger ofParty = underWay.computeIfAbsent(party, any -> new AtomicInteger());
        AtomicInteger ofCase = casesUnderWay.computeIfAbsent(caseOfParty, any -> new AtomicInteger());
        int atOnce = ofParty.incrementAndGet();
        if (ofCase.incrementAndGet() > 1) {
            overlaps.add(caseOfParty);
        }
        seen.add(new Seen(
                party,
                delivery.notice().getCaseId(),
                delivery.notice().getSequence(),
                delivery.notice().getNoticeId(),
                atOnce));
        try {
            return manners.getOrDefault(party, any -> DELIVERED).apply(delivery);
        } finally {
            ofCase.decrementAndGet();
            ofParty.decrementAndGet();
        }
    }

    /** The calls of a party, in the order in which they began. */
    public List<Seen> calls(String party) {
        return seen.stream().filter(call -> call.party().equals(party)).toList();
    }

    /** Cases of which two calls were under way at once. */
    public List<String> overlaps() {
        return overlaps;
    }

    /** Without being interrupted: a real partner does not know that the hub is stopping. */
    public static void await(CountDownLatch latch) {
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
