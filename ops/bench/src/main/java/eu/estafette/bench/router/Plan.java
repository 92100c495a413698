package eu.estafette.bench.router;

import eu.estafette.bench.competitor.Contender;
import java.util.List;
import java.util.stream.Stream;

/**
 * How much is measured. A quarter as many events come first, to warm up.
 *
 * @param cases       open before the first event
 * @param events      measured in each round
 * @param camelEvents measured in each round of the per-record route
 */
public record Plan(int cases, int events, int camelEvents, int rounds, long seed) {

    /** Enough to see that all competitors route alike. */
    public static final Plan SMOKE = new Plan(200, 800, 800, 1, 1);

    private static final int WARM_UP = 4;

    public Plan {
        if (cases < 1 || events < WARM_UP || camelEvents < WARM_UP || rounds < 1) {
            throw new IllegalArgumentException("a benchmark needs at least one case, one round and four events");
        }
    }

    int measured(Contender contender) {
        return switch (contender) {
            case ESTAFETTE, RAW_LOOP -> events;
            case CAMEL_PER_RECORD -> camelEvents;
        };
    }

    int warmUp(Contender contender) {
        return measured(contender) / WARM_UP;
    }

    int total(Contender contender) {
        return warmUp(contender) + measured(contender);
    }

    /** Everybody, each round another one first: what runs on a machine that others have warmed or filled is not always the same. */
    List<Contender> order(int round) {
        List<Contender> all = List.of(Contender.values());
        int first = round % all.size();
        return Stream.concat(all.stream().skip(first), all.stream().limit(first))
                .toList();
    }
}
