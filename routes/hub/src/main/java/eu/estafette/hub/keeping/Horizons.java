package eu.estafette.hub.keeping;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How far back and ahead the parts of the hub remember and promise. They hang together: whoever may come late must still be known.
 *
 * @param keeping      what is set
 * @param longestWait  between two calls of a party in trouble
 * @param journal      how long the journal is kept
 * @param commands     how long what operators told a lane is kept
 * @param offsets      how long Kafka remembers the positions of a group that is away; absent where it does not say
 * @param outages      how long each party may be away without loss
 */
record Horizons(
        KeepingSettings keeping,
        Duration longestWait,
        Duration journal,
        Duration commands,
        Optional<Duration> offsets,
        Map<String, Duration> outages) {

    /** What a case remembers of an object that has ended, and so of the events on it. */
    static final Duration DEDUP_MEMORY = Duration.ofDays(400);

    /** So that a report on yesterday can always be computed from the topics. */
    private static final Duration RECONCILED = Duration.ofDays(2);

    private record Promise(String name, Duration length) {
        @Override
        public String toString() {
            boolean days = length.equals(Duration.ofDays(length.toDays()));
            return name + " (" + (days ? "P" + length.toDays() + "D" : length) + ")";
        }
    }

    Horizons {
        outages = Map.copyOf(outages);
    }

    /** Each contradiction in a sentence that names both sides, in a fixed order. */
    List<String> contradictions() {
        List<String> found = new ArrayList<>();
        var memory = new Promise("the dedup memory", DEDUP_MEMORY);
        var retries = new Promise("estafette.keeping.retry-horizon", keeping.retryHorizon());
        var replays = new Promise("estafette.keeping.replay-window", keeping.replayWindow());
        var reports = new Promise("the days that reconciliation looks back", RECONCILED);
        covers(memory, retries, "what is sent again after that would be taken for new", found);
        covers(memory, replays, "the receipt of what is replayed after that would find no case", found);
        covers(
                new Promise("retention of estafette.journal", journal),
                replays,
                "nobody could see any more what was delivered before",
                found);
        covers(new Promise("estafette.keeping.events", keeping.events()), reports, "a day could not be counted", found);
        covers(new Promise("estafette.keeping.lanes", keeping.lanes()), reports, "a day could not be counted", found);
        offsets.map(length -> new Promise("the broker's offsets.retention.minutes", length))
                .ifPresent(positions -> covers(
                        positions,
                        new Promise("what the hub needs", DEDUP_MEMORY),
                        "a group that was away would not know where it was, and its start is refused",
                        found));
        outages.keySet().stream().sorted().forEach(party -> ofParty(party, replays, found));
        return found;
    }

    private void ofParty(String party, Promise replays, List<String> found) {
        var outage = new Promise("outage of party " + party, outages.getOrDefault(party, Duration.ZERO));
        covers(replays, outage, "what died while it was away could not be sent again", found);
        covers(
                new Promise("retention of estafette.commands." + party, commands),
                outage,
                "a command that waits for it would be forgotten",
                found);
        covers(
                outage,
                new Promise("the longest wait of estafette.delivery between two calls", longestWait),
                "its outage would be over long before it is called again",
                found);
        offsets.map(length -> new Promise("the broker's offsets.retention.minutes", length))
                .ifPresent(positions -> covers(positions, outage, "its lane would forget where it was", found));
    }

    private static void covers(Promise longer, Promise shorter, String otherwise, List<String> found) {
        if (longer.length().compareTo(shorter.length()) < 0) {
            found.add(longer + " contradicts " + shorter + ", which is longer: " + otherwise);
        }
    }
}
