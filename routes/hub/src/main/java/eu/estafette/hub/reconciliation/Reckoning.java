package eu.estafette.hub.reconciliation;

import eu.estafette.hub.reconciliation.Difference.Kind;
import eu.estafette.hub.reconciliation.JournalTold.Decided;
import eu.estafette.hub.reconciliation.JournalTold.Sent;
import eu.estafette.hub.reconciliation.Tally.Sum;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts what the topics say beside what the journal says. Reads nothing itself. */
final class Reckoning {

    private final TopicEvents events;
    private final Set<String> invalid;
    private final Map<Integer, Long> routed;
    private final TopicNotices notices;
    private final JournalTold journal;
    private final Tally<EventState> senders = new Tally<>(EventState.class);
    private final Tally<NoticeState> receivers = new Tally<>(NoticeState.class);
    private final List<Difference> differences = new ArrayList<>();
    private long fromJournalAlone;

    /**
     * @param invalid places of what lies on the Invalid Message Channel
     * @param routed  up to which offset the router has decided, by partition
     */
    Reckoning(
            TopicEvents events,
            Set<String> invalid,
            Map<Integer, Long> routed,
            TopicNotices notices,
            JournalTold journal) {
        this.events = events;
        this.invalid = invalid;
        this.routed = routed;
        this.notices = notices;
        this.journal = journal;
        events.accepted().forEach(this::event);
        journal.events().forEach(this::journaledEvent);
        notices.made().forEach(this::notice);
        journal.notices().forEach(this::journaledNotice);
        holds();
    }

    Map<String, Sum<EventState>> senders() {
        return senders.sums();
    }

    Map<String, Sum<NoticeState>> receivers() {
        return receivers.sums();
    }

    List<Difference> differences() {
        return differences;
    }

    /** What was between two topics while they were read one after the other: it is under way. */
    void passing(Difference difference) {
        switch (difference.kind()) {
            case EVENT_LOST -> senders.count(difference.party(), EventState.IN_TRANSIT, 1);
            case NOTICE_LOST -> receivers.count(difference.party(), NoticeState.WAITING, 1);
            default -> {
                // is counted on one side already
            }
        }
    }

    /** Events of the day that only the journal still knows, because they were routed and are past keeping. */
    long fromJournalAlone() {
        return fromJournalAlone;
    }

    private void event(Place place, String party) {
        senders.total(party, 1);
        boolean setAside = invalid.contains(place.toString());
        Optional<Decided> told = Optional.ofNullable(journal.events().get(place));
        if (told.isPresent()) {
            senders.count(party, told.get().state(), 1);
            if (setAside && told.get().state() != EventState.INVALID) {
                differ(
                        Kind.EVENT_STATE,
                        party,
                        place.toString(),
                        "is set aside as invalid, and " + told.get().state() + " in the journal");
            }
        } else if (setAside) {
            senders.count(party, EventState.INVALID, 1);
        } else if (place.offset() >= routed.getOrDefault(place.partition(), 0L)) {
            senders.count(party, EventState.IN_TRANSIT, 1);
        } else {
            differ(
                    Kind.EVENT_LOST,
                    party,
                    place.toString(),
                    "was accepted, the router has passed it, and nothing is" + " known of it");
        }
    }

    private void journaledEvent(Place place, Decided decided) {
        if (events.accepted().containsKey(place)) {
            return;
        }
        if (events.isKept(place)) {
            differ(
                    Kind.EVENT_NOT_ACCEPTED,
                    decided.party(),
                    place.toString(),
                    "is " + decided.state() + " in the journal, and was never accepted");
            return;
        }
        fromJournalAlone++;
        senders.total(decided.party(), 1);
        senders.count(decided.party(), decided.state(), 1);
    }

    private void notice(String id, String party) {
        receivers.total(party, 1);
        Optional<NoticeState> seen = seen(id, party);
        Optional<Sent> told = Optional.ofNullable(journal.notices().get(id));
        if (told.isEmpty()) {
            differ(Kind.NOTICE_NOT_JOURNALED, party, id, "was made, and the journal does not know it");
        }
        if (journal.deliveredTwice().contains(id)) {
            differ(Kind.NOTICE_TWICE, party, id, "is journaled as delivered more than once");
        }
        // a discarded notice leaves a tombstone, and receipts are kept as long as events: then the journal is all there
        // is
        Optional<NoticeState> ended = told.filter(sent -> sent.discarded() || isPastKeeping())
                .map(Sent::state)
                .filter(state -> state != NoticeState.WAITING);
        Optional<NoticeState> state = seen.or(() -> ended);
        state.ifPresentOrElse(
                known -> receivers.count(party, known, 1),
                () -> differ(Kind.NOTICE_LOST, party, id, "is on no topic any more, and has no receipt"));
        if (state.isPresent() && told.isPresent() && told.get().state() != state.get()) {
            differ(
                    Kind.NOTICE_STATE,
                    party,
                    id,
                    "is " + state.get() + " by the topics, and " + told.get().state() + " in the journal");
        }
    }

    /** A receipt is the last word, but for a notice that died before a receipt of another call came. */
    private Optional<NoticeState> seen(String id, String party) {
        return Optional.ofNullable(events.receipts().get(id))
                .or(() -> notices.state(id))
                .or(() -> party.equals("hub") ? Optional.of(NoticeState.DELIVERED) : Optional.empty());
    }

    private boolean isPastKeeping() {
        return fromJournalAlone > 0;
    }

    private void journaledNotice(String id, Sent sent) {
        if (sent.made() && !notices.made().containsKey(id)) {
            differ(
                    Kind.NOTICE_NOT_MADE,
                    sent.party(),
                    id,
                    "is " + sent.state() + " in the journal, and was never made");
        }
    }

    private void holds() {
        journal.holds()
                .forEach((party, states) -> states.forEach((state, many) -> {
                    receivers.total(party, many);
                    receivers.count(party, state, many);
                }));
    }

    private void differ(Kind kind, String party, String id, String detail) {
        differences.add(new Difference(kind, party, id, detail));
    }
}
