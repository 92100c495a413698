package eu.estafette.domain.fuzz;

import java.util.List;
import java.util.SplittableRandom;

/** Seeded chance: the same seed makes the same choices. */
final class Chance {

    private final SplittableRandom random;

    Chance(long seed) {
        random = new SplittableRandom(seed);
    }

    boolean in(double probability) {
        return random.nextDouble() < probability;
    }

    /** From the first to the last, both included. */
    int between(int first, int last) {
        return random.nextInt(first, last + 1);
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
