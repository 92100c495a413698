package eu.estafette.acceptance.guarantee;

import eu.estafette.acceptance.PartnerApi;
import eu.estafette.acceptance.oracle.History;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Senders that go through their cases: in order within a case, many cases at once. Without an answer, or with one that says "later", they send
 * the same event again, here or at another hub; now and then one sends again although it was told 202.
 */
final class Senders implements AutoCloseable {

    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(200);

    /** Every so many-th event is sent twice. */
    private static final int IMPATIENCE = 10;

    private static final int LATER = 503;

    private final List<PartnerApi> hubs;
    private final History history;
    private final Duration pace;
    private final Queue<Course> left;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final Map<String, String> locations = new ConcurrentHashMap<>();
    private final AtomicInteger unfinished;
    private final AtomicLong slowest = new AtomicLong();
    private final AtomicInteger told503 = new AtomicInteger();
    private final AtomicInteger withoutRetryAfter = new AtomicInteger();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private Senders(List<PartnerApi> hubs, History history, List<Course> courses, Duration pace) {
        this.hubs = List.copyOf(hubs);
        this.history = history;
        this.pace = pace;
        this.left = new ConcurrentLinkedQueue<>(courses);
        this.unfinished = new AtomicInteger(courses.size());
    }

    /** @param atOnce cases that are under way at the same time */
    static Senders start(List<PartnerApi> hubs, History history, List<Course> courses, int atOnce) {
        return start(hubs, history, courses, atOnce, Duration.ZERO);
    }

    /** @param pace pause after each event of a case, for a load that lasts */
    static Senders start(List<PartnerApi> hubs, History history, List<Course> courses, int atOnce, Duration pace) {
        courses.forEach(course -> course.events().forEach(event -> history.plan(event.planned())));
        var senders = new Senders(hubs, history, courses, pace);
        for (int i = 0; i < atOnce; i++) {
            senders.threads.submit(senders::work);
        }
        return senders;
    }

    boolean isFinished() {
        return unfinished.get() == 0;
    }

    /** Event id → where it is told what became of it. */
    Map<String, String> locations() {
        return Map.copyOf(locations);
    }

    /** How often a sender was asked to come back later. */
    int told503() {
        return told503.get();
    }

    /** How many of those answers did not say when. */
    int withoutRetryAfter() {
        return withoutRetryAfter.get();
    }

    /** The longest that a sender waited for an answer. */
    Duration slowest() {
        return Duration.ofNanos(slowest.get());
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private void work() {
        for (Course course = left.poll(); course != null; course = left.poll()) {
            for (Course.Event event : course.events()) {
                if (!send(event)) {
                    return;
                }
                LockSupport.parkNanos(pace.toNanos());
            }
            unfinished.decrementAndGet();
        }
    }

    /** Until it is told yes or no; false if nobody wants to know any more. */
    private boolean send(Course.Event event) {
        String id = event.planned().eventId();
        for (int turn = Math.floorMod(id.hashCode(), hubs.size());
                !Thread.currentThread().isInterrupted();
                turn++) {
            try {
                PartnerApi hub = hubs.get(turn % hubs.size());
                int status = post(hub, event);
                if (status == 202) {
                    history.accepted(id, Instant.now());
                    if (Math.floorMod(id.hashCode(), IMPATIENCE) == 0) {
                        post(hub, event);
                    }
                    return true;
                }
                if (status == 401) {
                    tokens.remove(event.sender());
                } else if (status != LATER) {
                    history.refused(id, status);
                    return true;
                }
            } catch (IOException e) {
                // the hub is gone at the moment: send again
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
            LockSupport.parkNanos(PAUSE_AFTER_FAILURE.toNanos());
        }
        return false;
    }

    private int post(PartnerApi hub, Course.Event event) throws IOException, InterruptedException {
        String token = tokens.get(event.sender());
        if (token == null) {
            token = hub.token(event.sender());
            tokens.put(event.sender(), token);
        }
        long asked = System.nanoTime();
        HttpResponse<String> answer = hub.postEvent(token, event.json());
        slowest.accumulateAndGet(System.nanoTime() - asked, Math::max);
        answer.headers()
                .firstValue("Location")
                .ifPresent(at -> locations.put(event.planned().eventId(), at));
        if (answer.statusCode() == LATER) {
            told503.incrementAndGet();
            if (answer.headers().firstValue("Retry-After").isEmpty()) {
                withoutRetryAfter.incrementAndGet();
            }
        }
        return answer.statusCode();
    }
}
