package eu.estafette.hub.reconciliation;

import eu.estafette.contract.message.JournalEntry;
import eu.estafette.contract.message.JournalEvent;
import eu.estafette.contract.message.JournalHold;
import eu.estafette.contract.message.JournalNotice;
import eu.estafette.domain.party.PartyId;
import eu.estafette.hub.topics.KeptRecords;
import eu.estafette.schemas.Topics;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** What the journal says of the events and notices of a day. Where several partitions tell of one, the latest word counts. */
final class JournalTold {

    /** @param party that sent it */
    record Decided(String party, EventState state, Instant at) {}

    /**
     * @param party     that it is for
     * @param made      by a decision of the day
     * @param discarded given up by an operator, after which nothing of it is left on its lane's companions
     */
    record Sent(String party, NoticeState state, Instant at, boolean made, boolean discarded) {}

    /** A notice that waits for consent has no id yet. */
    private record Hold(
            @Nullable Integer partition,
            @Nullable Long offset,
            String party,
            @Nullable String person,
            String role,
            String view,
            @Nullable String step,
            String family,
            String key) {}

    private final CountedDay day;
    private final Set<String> wanted;
    private final Map<Place, Decided> events = new HashMap<>();
    private final Map<String, Sent> notices = new HashMap<>();
    private final Set<String> deliveredTwice = new HashSet<>();
    private final Map<Hold, NoticeState> holds = new HashMap<>();

    private JournalTold(CountedDay day, Set<String> wanted) {
        this.day = day;
        this.wanted = wanted;
    }

    /** @param wanted ids of the notices of the day */
    static JournalTold read(
            KeptRecords records, CountedDay day, Deserializer<SpecificRecord> messages, Set<String> wanted) {
        var told = new JournalTold(day, wanted);
        records.each(List.of(Topics.JOURNAL), record -> {
            if (messages.deserialize(record.topic(), record.value()) instanceof JournalEntry entry) {
                told.add(entry);
            }
        });
        return told;
    }

    /** Events accepted on the day. */
    Map<Place, Decided> events() {
        return events;
    }

    /** By id, those that are wanted and those that a decision of the day sent. */
    Map<String, Sent> notices() {
        return notices;
    }

    /** Notices whose delivery was written down more than once. */
    Set<String> deliveredTwice() {
        return deliveredTwice;
    }

    /** How many notices that were held on the day are where, by receiver; those released count by their own ids. */
    Map<String, Map<NoticeState, Long>> holds() {
        Map<String, Map<NoticeState, Long>> byParty = new HashMap<>();
        holds.forEach((hold, state) ->
                byParty.computeIfAbsent(hold.party(), any -> new HashMap<>()).merge(state, 1L, Long::sum));
        return byParty;
    }

    private void add(JournalEntry entry) {
        @Nullable JournalEvent event = entry.getEvent();
        if (event != null && entry.getState() != null) {
            decided(event, entry);
        }
        entry.getHolds().forEach(hold -> held(hold, entry.getAt()));
        for (JournalNotice notice : entry.getNotices()) {
            state(entry.getKind(), notice).ifPresent(state -> sent(notice, state, entry.getKind(), entry.getAt()));
        }
    }

    private void decided(JournalEvent event, JournalEntry entry) {
        if (!day.contains(event.getAcceptedAt())) {
            return;
        }
        String party = event.getSource().equals(PartyId.HUB_SOURCE) ? PartyId.HUB.value() : entry.getParty();
        EventState.ofJournal(entry.getState())
                .ifPresent(state -> events.merge(
                        new Place(event.getPartition(), event.getOffset()),
                        new Decided(party, state, entry.getAt()),
                        // in a partition what comes later is later; that a case moved does not undo what was decided
                        // there
                        (before, after) -> after.state() == EventState.IN_TRANSIT
                                        || after.at().isBefore(before.at())
                                ? before
                                : after));
    }

    private static Optional<NoticeState> state(String kind, JournalNotice notice) {
        return switch (kind) {
            // what is for the desk has no lane: it is there as soon as it is journaled
            case "DECIDED" ->
                Optional.of(
                        notice.getParty().equals(PartyId.HUB.value()) ? NoticeState.DELIVERED : NoticeState.WAITING);
            case "DELIVERED" -> Optional.of(NoticeState.DELIVERED);
            case "WITHDRAWN" -> Optional.of(NoticeState.WITHDRAWN);
            case "DEAD", "DISCARDED" -> Optional.of(NoticeState.DEAD);
            case "PARKED" -> Optional.of(NoticeState.WAITING);
            // one that is REPLAYED lies where it lay until it comes to its end
            default -> Optional.empty();
        };
    }

    private void sent(JournalNotice notice, NoticeState state, String kind, Instant at) {
        String id = notice.getNoticeId();
        boolean first = kind.equals("DECIDED");
        boolean made = first && day.contains(at);
        if (!made && !wanted.contains(id) && !notices.containsKey(id)) {
            return;
        }
        @Nullable Sent before = notices.get(id);
        if (before == null) {
            notices.put(id, new Sent(notice.getParty(), state, at, made, kind.equals("DISCARDED")));
            return;
        }
        if (state == NoticeState.DELIVERED && before.state() == NoticeState.DELIVERED && !first) {
            deliveredTwice.add(id);
        }
        boolean later = !first && !at.isBefore(before.at());
        notices.put(
                id,
                new Sent(
                        before.party(),
                        later ? state : before.state(),
                        later ? at : before.at(),
                        made || before.made(),
                        later ? kind.equals("DISCARDED") : before.discarded()));
    }

    private void held(JournalHold hold, Instant at) {
        var name = new Hold(
                hold.getPartition(),
                hold.getOffset(),
                hold.getParty(),
                hold.getPerson(),
                hold.getRole(),
                hold.getView(),
                hold.getStep(),
                hold.getObjectFamily(),
                hold.getObjectKey());
        switch (hold.getChange()) {
            case "HELD" -> {
                if (day.contains(at)) {
                    holds.put(name, NoticeState.WAITING);
                }
            }
            case "RELEASED" -> holds.remove(name);
            case "EXPIRED" -> holds.replace(name, NoticeState.EXPIRED);
            default -> holds.replace(name, NoticeState.WITHDRAWN);
        }
    }
}
