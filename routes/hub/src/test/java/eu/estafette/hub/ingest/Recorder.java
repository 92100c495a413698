package eu.estafette.hub.ingest;

import eu.estafette.contract.message.CaseEvent;
import eu.estafette.kit.intake.DoorLog;
import eu.estafette.kit.intake.Intake;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Stands in for Kafka. */
final class Recorder implements Intake, DoorLog {

    final Queue<CaseEvent> kept = new ConcurrentLinkedQueue<>();
    final Queue<Refusal> refusals = new ConcurrentLinkedQueue<>();

    @Override
    public CompletableFuture<Accepted> accept(eu.estafette.kit.token.SubjectKey subject, CaseEvent event) {
        kept.add(event);
        return CompletableFuture.completedFuture(new Accepted(2, 7));
    }

    @Override
    public void refused(Refusal refusal) {
        refusals.add(refusal);
    }
}
