package eu.estafette.hub.delivery;

import eu.estafette.hub.delivery.call.Calls;
import eu.estafette.hub.delivery.circuit.BackOff;
import eu.estafette.hub.delivery.lane.Call;
import eu.estafette.hub.delivery.lane.Lane;
import eu.estafette.hub.delivery.lane.LanePartition;
import eu.estafette.hub.delivery.lane.LaneStatus;
import eu.estafette.hub.delivery.lane.Terms;
import eu.estafette.hub.delivery.time.Clocks;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.party.PartyRegistry;
import eu.estafette.schemas.Topics;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The lanes of all parties, owned or not. */
final class Lanes {

    private record Way(Party party, Lane lane) {}

    private final Map<String, Way> byParty = new LinkedHashMap<>();

    Lanes(PartyRegistry parties, BackOff backOff, Clocks clocks) {
        for (Party party : parties.all()) {
            String id = party.id().value();
            byParty.put(id, new Way(party, new Lane(id, Terms.of(party), backOff, clocks)));
        }
    }

    List<String> topics() {
        return byParty.keySet().stream().map(Topics::lane).toList();
    }

    Lane ofTopic(String topic) {
        Way way = byParty.get(Topics.partyOfLane(topic));
        if (way == null) {
            throw new IllegalArgumentException(topic + " is the lane of no party that is configured");
        }
        return way.lane();
    }

    /** Partitions in which something may start. */
    List<LanePartition> ready() {
        byParty.values().forEach(way -> way.lane().bringBack());
        return byParty.values().stream()
                .flatMap(way -> way.lane().ready().stream())
                .toList();
    }

    /** Starts every call that may start in these partitions. */
    void start(Calls calls, Collection<LanePartition> partitions) {
        for (Way way : byParty.values()) {
            for (Optional<Call> next = way.lane().start(partitions);
                    next.isPresent();
                    next = way.lane().start(partitions)) {
                calls.begin(next.get(), way.party());
            }
        }
    }

    boolean isCalling() {
        return byParty.values().stream().anyMatch(way -> way.lane().isCalling());
    }

    /** Of the lanes owned here. */
    Map<String, LaneStatus> status() {
        return byParty.values().stream()
                .map(Way::lane)
                .filter(Lane::isOwned)
                .map(Lane::status)
                .collect(Collectors.toUnmodifiableMap(LaneStatus::party, status -> status));
    }
}
