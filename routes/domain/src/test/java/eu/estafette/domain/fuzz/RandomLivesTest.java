package eu.estafette.domain.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.domain.fuzz.Lives.Check;
import java.util.List;
import org.junit.jupiter.api.Test;

/** However a case lives: no message is lost, nothing breaks what must hold, and nobody sees what is not for them. */
class RandomLivesTest {

    private static final int CASES = Integer.getInteger("estafette.fuzz.cases", 1_500);
    private static final int FIRST = Integer.getInteger("estafette.fuzz.first", 0);
    private static final int EVENTS_PER_CASE = 20;

    /** Lives in which something was once found that did not hold. */
    private static final List<Integer> FOUND = List.of(4_340, 4_860, 5_328, 48_088);

    @Test
    void whateverHappensInACaseWhatMustHoldHolds() {
        // Given
        Lives lives = new Lives();
        long begun = System.nanoTime();

        // When
        for (int seed = FIRST; seed < FIRST + CASES; seed++) {
            lead(lives, seed);
        }
        FOUND.forEach(seed -> lead(lives, seed));

        // Then
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf(
                "%nrandom lives: %,d events over %,d cases, %,d notices, %.1f s; %s; %s%n",
                lives.events(), CASES, lives.notices(), seconds, lives.states(), lives.types());
        assertThat(lives.faults(Check.values())).isEmpty();
    }

    /** Some lives are short, some long; twenty messages on the average. */
    private static void lead(Lives lives, int seed) {
        lives.lead(seed, seed % 4 == 0 ? 2 * EVENTS_PER_CASE + EVENTS_PER_CASE / 2 : EVENTS_PER_CASE / 2);
    }
}
