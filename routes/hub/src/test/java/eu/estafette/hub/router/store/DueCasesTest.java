package eu.estafette.hub.router.store;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.kit.token.SubjectKey;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DueCasesTest {

    private static final Instant MONDAY = Instant.parse("2026-03-01T23:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-03-02T23:00:00Z");
    private static final SubjectKey SAM = new SubjectKey("a".repeat(24));
    private static final SubjectKey LOU = new SubjectKey("b".repeat(24));
    private static final SubjectKey KAI = new SubjectKey("c".repeat(24));

    private final DueCases due = new DueCases();

    @Test
    void casesComeInTheOrderInWhichTheyFallDue() {
        due.move(SAM, Optional.empty(), Optional.of(TUESDAY));
        due.move(LOU, Optional.empty(), Optional.of(MONDAY));
        due.move(KAI, Optional.empty(), Optional.of(MONDAY));

        assertThat(due.next()).contains(MONDAY);
        assertThat(due.take(TUESDAY, 2)).containsExactly(LOU, KAI);
        assertThat(due.take(TUESDAY, 2)).containsExactly(SAM);
        assertThat(due.next()).isEmpty();
    }

    @Test
    void whatIsNotDueYetStays() {
        due.move(SAM, Optional.empty(), Optional.of(TUESDAY));

        assertThat(due.take(TUESDAY.minusMillis(1), 10)).isEmpty();
        assertThat(due.take(TUESDAY, 10)).containsExactly(SAM);
    }

    @Test
    void aCaseThatFallsDueAtAnotherTimeIsNotDueTwice() {
        due.move(SAM, Optional.empty(), Optional.of(MONDAY));
        due.move(SAM, Optional.of(MONDAY), Optional.of(TUESDAY));
        due.move(LOU, Optional.empty(), Optional.of(TUESDAY));
        due.move(LOU, Optional.of(TUESDAY), Optional.empty());

        assertThat(due.take(MONDAY, 10)).isEmpty();
        assertThat(due.take(TUESDAY, 10)).containsExactly(SAM);
    }

    @Test
    void aCaseThatWasTakenComesBackOnlyWithAnotherTime() {
        due.move(SAM, Optional.empty(), Optional.of(MONDAY));
        due.take(MONDAY, 10);

        due.move(SAM, Optional.of(MONDAY), Optional.of(MONDAY));
        assertThat(due.next()).isEmpty();

        due.move(SAM, Optional.of(MONDAY), Optional.of(TUESDAY));
        assertThat(due.next()).contains(TUESDAY);
    }
}
