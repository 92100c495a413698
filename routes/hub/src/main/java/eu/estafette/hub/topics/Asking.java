package eu.estafette.hub.topics;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.InterruptException;

/** Waits for what Kafka answers at the start of the hub. */
final class Asking {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private Asking() {}

    /** @throws KafkaException with Kafka's own as its cause */
    static <T> T once(KafkaFuture<T> answer) {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw new KafkaException("Kafka did not do what the start needs: " + e.getMessage(), e.getCause());
        }
    }

    /**
     * Asks until there is an answer, for at most 30 s.
     *
     * @param passing a refusal that goes by itself
     * @throws KafkaException as of {@link #once}, at once if it is another refusal
     */
    static <T> T again(Supplier<KafkaFuture<T>> question, Predicate<KafkaException> passing) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return once(question.get());
            } catch (KafkaException e) {
                if (!passing.test(e) || System.nanoTime() > end) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
