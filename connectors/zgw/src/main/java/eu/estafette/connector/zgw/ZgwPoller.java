package eu.estafette.connector.zgw;

import eu.estafette.kit.intake.Screening.Screened;
import eu.estafette.kit.original.OriginalRef;
import eu.estafette.kit.poll.Poller;
import eu.estafette.kit.poll.Rereading;
import eu.estafette.kit.poll.Rereading.Reread;
import eu.estafette.kit.poll.Round;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Fetches what notifications point to, in the order in which they were made. What cannot be fetched now stays, and holds up what came after
 * it about the same main object, and nothing else.
 */
final class ZgwPoller implements Poller {

    private final String id;
    private final Duration interval;
    private final SubscriptionUpkeep upkeep;
    private final ResourceFetch fetch;

    ZgwPoller(String id, Duration interval, SubscriptionUpkeep upkeep, ResourceFetch fetch) {
        this.id = id;
        this.interval = interval;
        this.upkeep = upkeep;
        this.fetch = fetch;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Duration interval() {
        return interval;
    }

    @Override
    public Optional<Rereading> rereading() {
        return Optional.of(this::readAgain);
    }

    /** What was set aside is a resource that told nothing fit, or a notification that led to none. */
    private Reread readAgain(OriginalRef original, Path kept, int part, Round round) throws IOException {
        byte[] content = Files.readAllBytes(kept);
        Optional<Screened> resource = fetch.read(content, original);
        if (resource.isPresent()) {
            return new Reread.Part(resource.get(), content);
        }
        try {
            Notification notification = NotificationReader.read(content);
            return new Reread.ReadOn(fetch.bringIn(new Letter("again/" + original, content, notification), round));
        } catch (InvalidNotificationException e) {
            return new Reread.NoSuchPart();
        }
    }

    @Override
    public void poll(Round round) throws IOException {
        List<IOException> failures = new ArrayList<>();
        attempt(failures, () -> upkeep.keep(round));
        Set<URI> waiting = new HashSet<>();
        for (Letter letter : letters(round)) {
            if (!round.goesOn()) {
                return;
            }
            URI about = letter.notification().mainObject();
            if (!waiting.contains(about) && !attempt(failures, () -> fetch.bringIn(letter, round))) {
                waiting.add(about);
            }
        }
        if (!failures.isEmpty()) {
            IOException first = failures.removeFirst();
            failures.forEach(first::addSuppressed);
            throw first;
        }
    }

    private interface Attempt {
        void run() throws IOException;
    }

    private static boolean attempt(List<IOException> failures, Attempt attempt) {
        try {
            attempt.run();
            return true;
        } catch (IOException e) {
            failures.add(e);
            return false;
        }
    }

    private static List<Letter> letters(Round round) {
        return round.left().entrySet().stream()
                .map(ZgwPoller::letter)
                .sorted(Comparator.comparing((Letter letter) ->
                                letter.notification().created().toInstant())
                        .thenComparing(Letter::key))
                .toList();
    }

    private static Letter letter(Map.Entry<String, byte[]> left) {
        try {
            return new Letter(left.getKey(), left.getValue(), NotificationReader.read(left.getValue()));
        } catch (InvalidNotificationException e) {
            throw new IllegalStateException("what the door let in is no notification", e);
        }
    }

    /**
     * A notification that waits to be followed.
     *
     * @param key     in the inbox
     * @param content as the door kept it
     */
    record Letter(String key, byte[] content, Notification notification) {}
}
