package eu.estafette.bench.router;

import eu.estafette.bench.competitor.Contender;
import eu.estafette.bench.competitor.Measurement;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What all rounds gave.
 *
 * @param mix how many of the events were of which type
 */
public record Results(List<Round> rounds, Map<String, Integer> mix) {

    public Results {
        rounds = List.copyOf(rounds);
        mix = Map.copyOf(mix);
    }

    public List<Round> of(Contender contender) {
        return rounds.stream().filter(round -> round.contender() == contender).toList();
    }

    double median(Contender contender, ToDoubleFunction<Measurement> figure) {
        List<Double> sorted = sorted(contender, figure);
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    /** From the lowest to the highest. */
    List<Double> sorted(Contender contender, ToDoubleFunction<Measurement> figure) {
        return of(contender).stream()
                .map(Round::measurement)
                .map(figure::applyAsDouble)
                .sorted()
                .toList();
    }
}
