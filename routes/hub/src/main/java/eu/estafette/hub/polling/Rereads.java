package eu.estafette.hub.polling;

import eu.estafette.hub.originals.OriginalsReader;
import eu.estafette.kit.intake.IntakeUnavailableException;
import eu.estafette.kit.intake.Screening.Screened;
import eu.estafette.kit.poll.Poller;
import eu.estafette.kit.poll.Rereading;
import eu.estafette.kit.poll.Rereading.Reread;
import eu.estafette.kit.poll.Round;
import eu.estafette.kit.poll.SetAside;
import eu.estafette.kit.problem.Issue;
import eu.estafette.kit.problem.Issue.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out what operators ordered to be read again. What has become an event now leaves {@code estafette.invalid} in the transaction that
 * brings it in; what still cannot stands there anew, with the reason of now.
 *
 * <p>Crash windows: an order is gone with the transaction that carries it out. Only a message that is read on has batches of its own before
 * that; it is read on from behind them then.
 */
final class Rereads {

    private static final Logger log = LoggerFactory.getLogger(Rereads.class);

    private final OriginalsReader originals;

    Rereads(OriginalsReader originals) {
        this.originals = originals;
    }

    void carryOut(Poller poller, Collection<byte[]> orders, Round round, Supplier<KafkaBatch> batches)
            throws IOException {
        Optional<Rereading> rereading = poller.rereading();
        for (byte[] each : orders) {
            if (!round.goesOn()) {
                return;
            }
            RereadOrder order = RereadOrder.of(each);
            if (rereading.isEmpty()) {
                end(order, new Reread.NoSuchPart(), batches);
            } else {
                carryOut(order, rereading.get(), round, batches);
            }
        }
    }

    private void carryOut(RereadOrder order, Rereading rereading, Round round, Supplier<KafkaBatch> batches)
            throws IOException {
        Optional<Path> content = originals.find(order.originalRef(), Optional.of(order.setAside()));
        if (content.isEmpty()) {
            end(order, new Reread.NoSuchPart(), batches);
            return;
        }
        try {
            end(order, read(order, rereading, content.get(), round), batches);
        } finally {
            Files.deleteIfExists(content.get());
        }
    }

    /** Whatever is wrong with one message, the next round does not stumble over it again. */
    private static Reread read(RereadOrder order, Rereading rereading, Path content, Round round) throws IOException {
        try {
            return rereading.read(order.originalRef(), content, order.part(), round);
        } catch (IntakeUnavailableException | KafkaException e) {
            throw e;
        } catch (RuntimeException e) {
            log.atError()
                    .addKeyValue("poller", order.poller())
                    .addKeyValue("place", order.place())
                    .setCause(e)
                    .log("a part cannot be read again");
            var issue = new Issue(
                    Stage.SYNTAX, "internalError", "original", "part", Optional.empty(), "cannot be read; see the log");
            return new Reread.Part(new Screened.Unfit(List.of(issue)), new byte[0]);
        }
    }

    private static void end(RereadOrder order, Reread outcome, Supplier<KafkaBatch> batches) {
        try (KafkaBatch batch = batches.get()) {
            switch (outcome) {
                case Reread.Part(Screened.Fit fit, byte[] content) -> {
                    batch.accept(fit.accepted());
                    batch.solved(order.place());
                }
                case Reread.Part(Screened.Unfit(List<Issue> issues), byte[] content) ->
                    batch.setAside(aside(order, content, issues));
                case Reread.ReadOn(boolean toItsEnd) -> {
                    if (toItsEnd) {
                        batch.solved(order.place());
                    }
                }
                case Reread.NoSuchPart() -> batch.setAside(aside(order, new byte[0], List.of(notThere())));
            }
            batch.carriedOut(order.place());
            batch.commit();
        }
    }

    private static Issue notThere() {
        return new Issue(
                Stage.SYNTAX,
                "partNotFound",
                "original",
                "part",
                Optional.empty(),
                "is not to be found in its original any more; discard it, and have its sender send it again");
    }

    private static SetAside aside(RereadOrder order, byte[] content, List<Issue> issues) {
        return new SetAside(order.partyId(), order.connector(), order.originalRef(), order.part(), content, issues);
    }
}
