package eu.estafette.domain.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.domain.fuzz.Lives.Check;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Promises that hold after every message of every life of a case. */
class EveryLifeTest {

    @Property(tries = 100, seed = "1")
    void noNoticeHoldsWhatTheRoleOfItsReceiverMayNotHave(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int length) {
        assertThat(led(seed, length).faults(Check.SIGHT)).isEmpty();
    }

    /** accepted = routed + held + expired + withdrawn + duplicate + refused + invalid; and so for the notices of each receiver. */
    @Property(tries = 100, seed = "1")
    void everyAcceptedMessageAndEveryNoticeIsAccountedFor(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int length) {
        assertThat(led(seed, length).faults(Check.SUMS)).isEmpty();
    }

    @Property(tries = 100, seed = "1")
    void theCaseIsWholeAfterEveryMessage(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int length) {
        assertThat(led(seed, length).faults(Check.INVARIANTS, Check.NO_EXCEPTION))
                .isEmpty();
    }

    private static Lives led(long seed, int length) {
        Lives lives = new Lives();
        lives.lead(seed, length);
        return lives;
    }
}
