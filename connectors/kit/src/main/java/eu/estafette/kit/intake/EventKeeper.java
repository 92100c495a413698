package eu.estafette.kit.intake;

import eu.estafette.kit.check.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Hands events to the intake and waits until it knows what became of each. All are handed over before any is waited for, in order, so that
 * events of one person keep theirs. Crash window: an event may be in Kafka and its sender never hear of it; he sends it again, and the
 * router knows it for a duplicate. Thread-safe.
 */
public final class EventKeeper {

    private final Intake intake;
    private final Duration patience;

    /** @param patience how long a sender waits at most, however many events he sent */
    public EventKeeper(Intake intake, Duration patience) {
        this.intake = intake;
        this.patience = patience;
    }

    /** What became of an event. */
    public sealed interface Outcome {

        /** It is durable. */
        record Kept(Intake.Accepted at) implements Outcome {}

        /** Nobody confirmed it in time: whether it was kept is unknown, and sending it again does no harm. */
        record Unconfirmed() implements Outcome {}

        /** The hub itself failed on it. */
        record Failed(Throwable cause) implements Outcome {}
    }

    /** One outcome for each event, in their order. */
    public List<Outcome> keep(List<Verdict.Accepted> events) {
        long deadline = System.nanoTime() + patience.toNanos();
        List<CompletableFuture<Intake.Accepted>> pending = new ArrayList<>();
        boolean away = false;
        for (Verdict.Accepted event : events) {
            CompletableFuture<Intake.Accepted> ack = away ? unconfirmed() : send(event);
            // a single hand-over may take seconds when Kafka is away; one is enough to know
            away = away || isLost(ack) || System.nanoTime() > deadline;
            pending.add(ack);
        }
        return pending.stream().map(ack -> await(ack, deadline)).toList();
    }

    private CompletableFuture<Intake.Accepted> send(Verdict.Accepted event) {
        try {
            return intake.accept(event.subject(), event.event());
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static CompletableFuture<Intake.Accepted> unconfirmed() {
        return CompletableFuture.failedFuture(new TimeoutException("not handed over"));
    }

    private static boolean isLost(CompletableFuture<Intake.Accepted> ack) {
        return ack.state() == Future.State.FAILED && ack.exceptionNow() instanceof IntakeUnavailableException;
    }

    private static Outcome await(CompletableFuture<Intake.Accepted> ack, long deadline) {
        try {
            return new Outcome.Kept(ack.get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            return new Outcome.Unconfirmed();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Unconfirmed();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            return cause instanceof IntakeUnavailableException || cause instanceof TimeoutException
                    ? new Outcome.Unconfirmed()
                    : new Outcome.Failed(cause);
        }
    }
}
