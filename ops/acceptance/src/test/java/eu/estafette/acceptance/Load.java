package eu.estafette.acceptance;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/**
 * Senders that post referrals until each has been answered 202, as real ones would: no answer means send again, with the same id. Remembers
 * by id what the hub said.
 */
final class Load implements AutoCloseable {

    private static final long PAUSE_AFTER_FAILURE_NANOS = 100_000_000;

    private final PartnerApi api;
    private final Queue<Referral> left;
    private final Map<String, String> locations = new ConcurrentHashMap<>();
    private final Map<String, Integer> otherAnswers = new ConcurrentHashMap<>();
    private final Map<String, Instant> acceptedAt = new ConcurrentHashMap<>();
    private final ExecutorService senders;

    private Load(PartnerApi api, List<Referral> referrals) {
        this.api = api;
        this.left = new ConcurrentLinkedQueue<>(referrals);
        this.senders = Executors.newVirtualThreadPerTaskExecutor();
    }

    static Load start(PartnerApi api, List<Referral> referrals, int senders) {
        var load = new Load(api, referrals);
        for (int i = 0; i < senders; i++) {
            load.senders.submit(load::send);
        }
        return load;
    }

    /** Event id → Location, of those that were answered 202. */
    Map<String, String> accepted() {
        return Map.copyOf(locations);
    }

    /** Business key → when the answer came. */
    Map<String, Instant> acceptedAt() {
        return Map.copyOf(acceptedAt);
    }

    /** Event id → status, of answers that no retry can mend. */
    Map<String, Integer> otherAnswers() {
        return Map.copyOf(otherAnswers);
    }

    @Override
    public void close() {
        senders.shutdownNow();
    }

    private void send() {
        String token = "";
        for (Referral next = left.poll(); next != null; next = left.poll()) {
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    token = token.isEmpty() ? api.token("gemeente-oost") : token;
                    HttpResponse<String> response = api.postEvent(token, next.json());
                    if (response.statusCode() == 202) {
                        locations.put(
                                next.id(),
                                response.headers().firstValue("Location").orElseThrow());
                        acceptedAt.put(next.businessKey(), Instant.now());
                        break;
                    }
                    if (response.statusCode() != 503) {
                        otherAnswers.put(next.id(), response.statusCode());
                        break;
                    }
                } catch (IOException e) {
                    // the hub is gone at the moment: send again
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
                LockSupport.parkNanos(PAUSE_AFTER_FAILURE_NANOS);
            }
        }
    }
}
