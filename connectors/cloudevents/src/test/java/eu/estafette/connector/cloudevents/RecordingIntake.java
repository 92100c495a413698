package eu.estafette.connector.cloudevents;

import eu.estafette.contract.message.CaseEvent;
import eu.estafette.kit.intake.Intake;
import eu.estafette.kit.intake.IntakeUnavailableException;
import eu.estafette.kit.token.SubjectKey;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Stands in for Kafka: keeps what it is given, or fails the way Kafka fails. */
final class RecordingIntake implements Intake {

    enum Mood {
        KEEPING,
        AWAY,
        SILENT,
        BROKEN
    }

    record Kept(SubjectKey subject, CaseEvent event) {}

    private final List<Kept> kept = new ArrayList<>();
    private Mood mood = Mood.KEEPING;
    private int handed;
    private int keepingUntil = Integer.MAX_VALUE;

    void is(Mood now) {
        mood = now;
    }

    /** Goes away after so many more events. */
    void goesAwayAfter(int events) {
        keepingUntil = handed + events;
    }

    List<Kept> kept() {
        return kept;
    }

    /** How many events were handed over, kept or not. */
    int handed() {
        return handed;
    }

    @Override
    public CompletableFuture<Accepted> accept(SubjectKey subject, CaseEvent event) {
        handed++;
        if (handed > keepingUntil) {
            mood = Mood.AWAY;
        }
        return switch (mood) {
            case KEEPING -> {
                kept.add(new Kept(subject, event));
                yield CompletableFuture.completedFuture(new Accepted(3, 40L + kept.size()));
            }
            case AWAY ->
                CompletableFuture.failedFuture(
                        new IntakeUnavailableException("Kafka is away", new IllegalStateException()));
            case SILENT -> new CompletableFuture<>();
            case BROKEN -> throw new IllegalStateException("a fault of ours");
        };
    }
}
