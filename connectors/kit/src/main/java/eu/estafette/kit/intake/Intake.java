package eu.estafette.kit.intake;

import eu.estafette.contract.message.CaseEvent;
import eu.estafette.kit.token.SubjectKey;
import java.util.concurrent.CompletableFuture;

/**
 * The one way in. A connector tells its partner "accepted" only after the returned future has completed: then the event is durable in
 * Kafka (acks=all). It completes exceptionally with {@link IntakeUnavailableException} when Kafka does not confirm in time; whether the
 * event was kept is then unknown, nothing may be claimed, and the partner should send again.
 */
public interface Intake {

    CompletableFuture<Accepted> accept(SubjectKey subject, CaseEvent event);

    /** Where on {@code estafette.events} the event is. */
    record Accepted(int partition, long offset) {}
}
