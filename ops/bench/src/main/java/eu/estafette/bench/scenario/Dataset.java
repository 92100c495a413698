package eu.estafette.bench.scenario;

import eu.estafette.hub.router.message.Incoming;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What every competitor starts from and is given.
 *
 * @param state   entries of the open cases, by key
 * @param events  in the order of the topic, each with its place there
 * @param tallies what must come out of the first so many events
 * @param mix     how many of the events are of which type
 */
public record Dataset(
        SortedMap<String, byte[]> state, List<Incoming> events, Map<Integer, Tally> tallies, Map<String, Integer> mix) {

    public Dataset {
        state = Collections.unmodifiableSortedMap(state);
        events = List.copyOf(events);
        tallies = Map.copyOf(tallies);
        mix = Map.copyOf(mix);
    }

    /** @throws IllegalArgumentException if nobody asked for the tally of so many events beforehand */
    public Tally expected(int count) {
        return Optional.ofNullable(tallies.get(count))
                .orElseThrow(() -> new IllegalArgumentException("no tally of the first " + count + " events"));
    }
}
