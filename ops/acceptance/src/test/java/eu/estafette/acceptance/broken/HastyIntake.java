package eu.estafette.acceptance.broken;

import eu.estafette.contract.message.CaseEvent;
import eu.estafette.kit.intake.Intake;
import eu.estafette.kit.token.SubjectKey;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Says yes at once, and writes a moment later, in order. */
final class HastyIntake implements Intake {

    private static final long LATER_MILLIS = 500;

    private final Intake whole;
    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();

    HastyIntake(Intake whole) {
        this.whole = whole;
    }

    @Override
    public CompletableFuture<Accepted> accept(SubjectKey subject, CaseEvent event) {
        var unused = later.schedule(() -> whole.accept(subject, event), LATER_MILLIS, TimeUnit.MILLISECONDS);
        return CompletableFuture.completedFuture(new Accepted(0, 0));
    }
}
