package eu.estafette.acceptance.broken;

import eu.estafette.contract.message.CaseEvent;
import eu.estafette.kit.intake.Intake;
import eu.estafette.kit.token.SubjectKey;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Takes what a sender repeats for something new: a repetition gets a source of its own, and with it a line of its own. */
final class ForgetfulIntake implements Intake {

    private final Intake whole;
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final AtomicInteger repetitions = new AtomicInteger();

    ForgetfulIntake(Intake whole) {
        this.whole = whole;
    }

    @Override
    public CompletableFuture<Accepted> accept(SubjectKey subject, CaseEvent event) {
        if (!seen.add(event.getSource() + " " + event.getId())) {
            event.setSource(event.getSource() + ":" + repetitions.incrementAndGet());
        }
        return whole.accept(subject, event);
    }
}
