package eu.estafette.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** Compares by id what the hub says it sent with what the partners got. */
final class Settlement {

    private static final Duration WITHIN = Duration.ofMinutes(3);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final HubClient hub;
    private final Partners partners;

    Settlement(HubClient hub, Partners partners) {
        this.hub = hub;
        this.partners = partners;
    }

    /**
     * Waits until every event is routed and every notice that followed has arrived; gives their number.
     *
     * @throws DemoFailedException if that takes longer than three minutes
     */
    int await(Journey sent) throws IOException, InterruptedException {
        Instant giveUp = Instant.now().plus(WITHIN);
        for (Journey.Leg leg : sent.legs()) {
            awaitRouted(leg, giveUp);
        }
        while (true) {
            Set<String> inMailboxes = inMailboxes();
            Set<String> received = Set.copyOf(partners.receivedIds());
            if (received.equals(inMailboxes)) {
                return received.size();
            }
            if (Instant.now().isAfter(giveUp)) {
                throw new DemoFailedException("the hub sent " + inMailboxes.size() + " notices and the partners got "
                        + received.size() + " after " + WITHIN.toSeconds() + " s; turned away: " + partners.refused());
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    private void awaitRouted(Journey.Leg leg, Instant giveUp) throws IOException, InterruptedException {
        while (true) {
            String state = hub.get(leg.location(), leg.party()).path("state").asText();
            if (state.equals("ROUTED")) {
                return;
            }
            if (!state.equals("ACCEPTED") || Instant.now().isAfter(giveUp)) {
                throw new DemoFailedException(
                        "an event of " + leg.party() + " ended as " + state + ": " + leg.location());
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    private Set<String> inMailboxes() throws IOException, InterruptedException {
        Set<String> ids = new HashSet<>();
        for (String party : DemoParties.PLAYERS) {
            JsonNode page = hub.get("/api/notices?state=all&limit=100", party);
            page.path("items").forEach(notice -> ids.add(notice.path("noticeId").asText()));
        }
        return ids;
    }
}
