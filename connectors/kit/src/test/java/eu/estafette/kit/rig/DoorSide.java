package eu.estafette.kit.rig;

import eu.estafette.contract.message.CaseEvent;
import eu.estafette.kit.intake.Intake;
import eu.estafette.kit.intake.IntakeUnavailableException;
import eu.estafette.kit.original.OriginalRef;
import eu.estafette.kit.original.Originals;
import eu.estafette.kit.poll.PollerInbox;
import eu.estafette.kit.token.SubjectKey;
import eu.estafette.schemas.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Kafka as a door sees it: it confirms, keeps a sender waiting, or is away; and it remembers what came in what order. */
public final class DoorSide implements Intake, Originals, PollerInbox {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final List<String> effects = new CopyOnWriteArrayList<>();
    private final List<CaseEvent> events = new CopyOnWriteArrayList<>();
    private final Map<String, byte[]> originals = new ConcurrentHashMap<>();
    private final Map<String, byte[]> letters = new ConcurrentHashMap<>();
    private final List<CompletableFuture<Accepted>> held = new CopyOnWriteArrayList<>();
    private final Semaphore arrived = new Semaphore(0);
    private volatile Mood mood = Mood.CONFIRMS;

    /** What it does with what it is handed. */
    public enum Mood {
        CONFIRMS,
        HOLDS,
        AWAY,
        AWAY_FOR_ORIGINALS
    }

    public void is(Mood next) {
        mood = next;
    }

    /** Returns once an event has come that nobody awaited yet. */
    public void awaitEvent() throws InterruptedException {
        if (!arrived.tryAcquire(30, TimeUnit.SECONDS)) {
            throw new AssertionError("no event came");
        }
    }

    /** What was held comes through. */
    public void confirmAll() {
        held.forEach(ack -> ack.complete(new Accepted(0, 0)));
    }

    /** {@code original <sha>} and {@code event <id>}, as they came. */
    public List<String> effects() {
        return List.copyOf(effects);
    }

    /** As they came; one that was sent twice is there twice. */
    public List<CaseEvent> events() {
        return List.copyOf(events);
    }

    /** Nothing if it was never kept. */
    public byte[] original(CaseEvent event) {
        return originals.getOrDefault(event.getDataref(), new byte[0]);
    }

    /** Nothing if it was never kept. */
    public byte[] original(OriginalRef name) {
        return originals.getOrDefault(name.sha256(), new byte[0]);
    }

    @Override
    public CompletableFuture<Accepted> accept(SubjectKey subject, CaseEvent event) {
        effects.add("event " + event.getId());
        if (mood != Mood.AWAY) {
            events.add(event); // where it is held, the door cannot know whether it was kept
        }
        var ack = new CompletableFuture<Accepted>();
        switch (mood) {
            case AWAY -> ack.completeExceptionally(away());
            case HOLDS -> held.add(ack);
            case CONFIRMS, AWAY_FOR_ORIGINALS -> ack.complete(new Accepted(0, effects.size()));
        }
        arrived.release();
        return ack;
    }

    /** Letters that were left and confirmed, by key. */
    public SortedMap<String, byte[]> letters() {
        return new TreeMap<>(letters);
    }

    @Override
    public void leave(String poller, String key, byte[] value) {
        effects.add("letter " + key);
        var ack = new CompletableFuture<Accepted>();
        switch (mood) {
            case AWAY -> throw away();
            case HOLDS -> held.add(ack);
            case CONFIRMS, AWAY_FOR_ORIGINALS -> ack.complete(new Accepted(0, effects.size()));
        }
        letters.put(key, value); // unknown to the door, it may be kept all the same
        arrived.release();
        try {
            ack.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw away();
        }
    }

    @Override
    public OriginalRef keep(byte[] content) {
        if (mood == Mood.AWAY_FOR_ORIGINALS) {
            throw away();
        }
        var name = new OriginalRef(Sha256.hex(content));
        effects.add("original " + name);
        originals.put(name.sha256(), content);
        return name;
    }

    @Override
    public OriginalRef keep(Path content) throws IOException {
        return keep(Files.readAllBytes(content));
    }

    private static IntakeUnavailableException away() {
        return new IntakeUnavailableException("Kafka is away", new IOException());
    }
}
