package eu.estafette.schemas.registry;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.avro.Schema;

/** Repeats a fault of the last seconds instead of asking again. Real time, not the hub's: it spares a server. */
final class RecentFaults {

    private static final Duration MEMORY = Duration.ofSeconds(5);
    private static final int MOST = 1_000;

    private final Map<Integer, Seen> seen = new ConcurrentHashMap<>();

    private record Seen(RegistryException fault, long nanoTime) {
        boolean isRecent() {
            return System.nanoTime() - nanoTime < MEMORY.toNanos();
        }
    }

    Schema guard(int id, Supplier<Schema> question) {
        Seen last = seen.get(id);
        if (last != null && last.isRecent()) {
            throw last.fault();
        }
        try {
            Schema schema = question.get();
            seen.remove(id);
            return schema;
        } catch (RegistryException e) {
            remember(id, e);
            throw e;
        }
    }

    private void remember(int id, RegistryException fault) {
        if (seen.size() >= MOST) {
            seen.values().removeIf(one -> !one.isRecent());
        }
        if (seen.size() < MOST) {
            seen.put(id, new Seen(fault, System.nanoTime()));
        }
    }
}
