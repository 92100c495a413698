package eu.estafette.kit.rig;

import eu.estafette.contract.message.CaseEvent;
import eu.estafette.kit.check.Verdict;
import eu.estafette.kit.intake.IntakeUnavailableException;
import eu.estafette.kit.poll.Batch;
import eu.estafette.kit.poll.Round;
import eu.estafette.kit.poll.SetAside;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What one poller remembers and brings in: only what is committed. The process can be killed at a commit. */
final class PollerMemory implements Round {

    private final SortedMap<String, byte[]> state = new TreeMap<>();
    private final SortedMap<String, byte[]> left = new TreeMap<>();
    private final List<CaseEvent> events = new ArrayList<>();
    private final List<SetAside> asides = new ArrayList<>();
    private int commits;
    private int dieAtCommit = Integer.MAX_VALUE;
    private boolean committedWhenDying;
    private boolean away;
    private Instant now;

    PollerMemory(Instant now) {
        this.now = now;
    }

    void at(Instant moment) {
        now = moment;
    }

    void leave(String key, byte[] value) {
        left.put(key, value);
    }

    void killAtCommit(int number, boolean committed) {
        dieAtCommit = commits + number;
        committedWhenDying = committed;
    }

    void away(boolean isAway) {
        away = isAway;
    }

    static IntakeUnavailableException unavailable() {
        return new IntakeUnavailableException("Kafka is away", new IllegalStateException("away"));
    }

    List<CaseEvent> events() {
        return List.copyOf(events);
    }

    List<SetAside> asides() {
        return List.copyOf(asides);
    }

    int commits() {
        return commits;
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public boolean goesOn() {
        return true;
    }

    @Override
    public Optional<byte[]> state(String key) {
        return Optional.ofNullable(state.get(key)).map(byte[]::clone);
    }

    @Override
    public SortedMap<String, byte[]> states(String prefix) {
        return new TreeMap<>(state.subMap(prefix, prefix + Character.MAX_VALUE));
    }

    @Override
    public SortedMap<String, byte[]> left() {
        return new TreeMap<>(left);
    }

    @Override
    public Batch begin() {
        return new MemoryBatch();
    }

    private final class MemoryBatch implements Batch {

        private final List<CaseEvent> accepted = new ArrayList<>();
        private final List<SetAside> aside = new ArrayList<>();
        private final Map<String, byte @Nullable []> changes = new HashMap<>();
        private final List<String> taken = new ArrayList<>();

        @Override
        public void accept(Verdict.Accepted event) {
            accepted.add(event.event());
        }

        @Override
        public void setAside(SetAside part) {
            aside.add(part);
        }

        @Override
        public void put(String key, byte[] value) {
            changes.put(key, value);
        }

        @Override
        public void remove(String key) {
            changes.put(key, null);
        }

        @Override
        public void take(String key) {
            taken.add(key);
        }

        @Override
        public void commit() {
            if (away) {
                throw unavailable();
            }
            commits++;
            boolean dies = commits == dieAtCommit;
            if (!dies || committedWhenDying) {
                events.addAll(accepted);
                asides.addAll(aside);
                taken.forEach(left::remove);
                changes.forEach((key, value) -> {
                    if (value == null) {
                        state.remove(key);
                    } else {
                        state.put(key, value);
                    }
                });
            }
            if (dies) {
                throw new HubSide.Killed();
            }
        }

        @Override
        public void close() {}
    }
}
