package eu.estafette.hub.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class MembershipTest {

    private double answers = 7;
    private long now = 1_000;
    private final Membership membership = new Membership(() -> answers, () -> now);

    @Test
    void oneThatGoesOnIsSure() {
        for (int round = 0; round < 10; round++) {
            assertThat(roundAfter(Duration.ofMillis(100))).isTrue();
        }
    }

    @Test
    void oneThatStoodStillIsSureOnlyAfterTheGroupAnsweredWhatItWasAskedSince() {
        // Given
        roundAfter(Duration.ofMillis(100));

        // When: it hangs
        boolean sure = roundAfter(Membership.STOOD_STILL.plusMillis(1));

        // Then
        assertThat(sure).isFalse();
        answers++;
        assertThat(roundAfter(Duration.ofMillis(100)))
                .as("an answer that was on its way already proves nothing")
                .isFalse();
        answers++;
        assertThat(membership.isSure())
                .as("what the answer said shows in the next poll")
                .isFalse();
        assertThat(roundAfter(Duration.ofMillis(100))).isTrue();
    }

    private boolean roundAfter(Duration pause) {
        now += pause.toNanos();
        membership.look();
        return membership.isSure();
    }
}
