package eu.estafette.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** Compares by id what the hub says it sent with what the partners got. */
final class Settlement {

    private final HubClient hub;
    private final Partners partners;
    private int settled;

    Settlement(HubClient hub, Partners partners) {
        this.hub = hub;
        this.partners = partners;
    }

    /**
     * Waits until every event is decided and every notice that followed has arrived; gives their number.
     *
     * @param caseRefs of all cases
     * @param rang     how much fell due by itself so far
     * @throws DemoFailedException if that takes longer than three minutes
     */
    int await(List<String> caseRefs, int rang) throws IOException, InterruptedException {
        List<HubClient.Sent> sent = hub.sent();
        for (; settled < sent.size(); settled++) {
            checkDecided(sent.get(settled));
        }
        Instant giveUp = Instant.now().plus(HubClient.WITHIN);
        while (true) {
            Told told = told(caseRefs);
            Set<String> inMailboxes = readMailboxes();
            Set<String> received = partners.receivedIds();
            if (told.rang() >= rang && told.notices().equals(received) && received.equals(inMailboxes)) {
                return received.size();
            }
            if (Instant.now().isAfter(giveUp)) {
                throw new DemoFailedException("the hub told of "
                        + told.notices().size() + " notices, "
                        + inMailboxes.size() + " are in mailboxes and the partners got " + received.size() + " after "
                        + HubClient.WITHIN.toSeconds() + " s; turned away: " + partners.refused());
            }
            LockSupport.parkNanos(HubClient.BETWEEN_LOOKS.toNanos());
        }
    }

    /** @param rang how many of the events were the hub's own */
    private record Told(Set<String> notices, int rang) {}

    private Told told(List<String> caseRefs) throws IOException, InterruptedException {
        Set<String> notices = new HashSet<>();
        int rang = 0;
        for (String caseRef : caseRefs) {
            for (JsonNode item : hub.trace(caseRef)) {
                String kind = item.path("kind").asText();
                if (kind.equals("NOTICE")) {
                    notices.add(item.path("noticeId").asText());
                } else if (kind.equals("ACCEPTED")
                        && item.path("source").asText().equals("urn:estafette:hub")) {
                    rang++;
                }
            }
        }
        return new Told(notices, rang);
    }

    private void checkDecided(HubClient.Sent event) throws IOException, InterruptedException {
        String state = hub.decided(event).path("state").asText();
        if (!state.equals("ROUTED") && !state.equals("HELD")) {
            throw new DemoFailedException(
                    "an event of " + event.party() + " ended as " + state + ": " + event.location());
        }
    }

    /** Every party's; those that have no webhook receive their notices by this. */
    private Set<String> readMailboxes() throws IOException, InterruptedException {
        Set<String> ids = new HashSet<>();
        for (String party : DemoParties.all()) {
            for (JsonNode notice : hub.mailbox(party)) {
                ids.add(notice.path("noticeId").asText());
                if (!DemoParties.hasWebhook(party)) {
                    partners.read(new ReceivedNotice(notice));
                }
            }
        }
        return ids;
    }
}
