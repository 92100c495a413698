package eu.estafette.connector.cloudevents;

import eu.estafette.connector.cloudevents.Item.Good;
import eu.estafette.connector.cloudevents.Item.Refused;
import eu.estafette.connector.cloudevents.Post.Fit;
import eu.estafette.connector.cloudevents.Post.Kept;
import eu.estafette.kit.intake.Intake;
import eu.estafette.kit.intake.IntakeUnavailableException;
import eu.estafette.kit.problem.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands events to the intake and waits until it knows what became of each. All of a batch are handed over before any is waited for, in
 * order, so that events of one person keep theirs. Crash window: an event may be in Kafka and its caller never hear of it; he sends it
 * again, and the router knows it for a duplicate.
 */
final class EventKeeper {

    private static final Logger log = LoggerFactory.getLogger(EventKeeper.class);

    private final Intake intake;
    private final Duration patience;

    EventKeeper(Intake intake, Duration patience) {
        this.intake = intake;
        this.patience = patience;
    }

    /** An event under way to Kafka. */
    private record Pending(Fit fit, CompletableFuture<Intake.Accepted> ack) {

        boolean isLost() {
            return ack.state() == Future.State.FAILED && ack.exceptionNow() instanceof IntakeUnavailableException;
        }
    }

    List<Item<Kept>> keep(List<Item<Fit>> items) {
        long deadline = System.nanoTime() + patience.toNanos();
        List<Item<Pending>> pending = new ArrayList<>();
        boolean away = false;
        for (Item<Fit> item : items) {
            Item<Pending> next = away ? item.then(EventKeeper::unavailable) : item.then(this::send);
            // a single hand-over may take seconds when Kafka is away; one is enough to know
            away = away || next instanceof Good<Pending>(Pending sent) && sent.isLost() || System.nanoTime() > deadline;
            pending.add(next);
        }
        return pending.stream()
                .map(item -> item.then(sent -> await(sent, deadline)))
                .toList();
    }

    private Item<Pending> send(Fit fit) {
        CompletableFuture<Intake.Accepted> ack;
        try {
            ack = intake.accept(fit.accepted().subject(), fit.accepted().event());
        } catch (RuntimeException e) {
            ack = CompletableFuture.failedFuture(e);
        }
        return new Good<>(new Pending(fit, ack));
    }

    private static Item<Kept> await(Pending sent, long deadline) {
        Fit fit = sent.fit();
        try {
            Intake.Accepted at = sent.ack().get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            return new Good<>(new Kept(fit.id(), fit.source(), fit.accepted().droppedFields(), at));
        } catch (TimeoutException e) {
            return unavailable(fit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return unavailable(fit);
        } catch (ExecutionException e) {
            return e.getCause() instanceof IntakeUnavailableException ? unavailable(fit) : failed(fit, e);
        }
    }

    private static <T> Item<T> unavailable(Fit fit) {
        return new Refused<>(Optional.of(fit.id()), Problem.unavailable());
    }

    private static Item<Kept> failed(Fit fit, ExecutionException failure) {
        Problem problem = Problem.internal();
        log.atError()
                .addKeyValue("instance", problem.instance())
                .addKeyValue("event", fit.id())
                .setCause(failure.getCause())
                .log("event not kept");
        return new Refused<>(Optional.of(fit.id()), problem);
    }
}
