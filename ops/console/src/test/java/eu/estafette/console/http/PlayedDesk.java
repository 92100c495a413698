package eu.estafette.console.http;

import eu.estafette.console.desk.Desk;
import eu.estafette.console.desk.Edit;
import eu.estafette.console.desk.HeldReading;
import eu.estafette.console.desk.HoldReview;
import eu.estafette.console.desk.LaneOrder;
import eu.estafette.console.desk.Original;
import eu.estafette.console.desk.OriginalReading;
import eu.estafette.console.desk.Reading;
import eu.estafette.console.problem.DeskAwayException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Remembers what operators did, or is away. */
final class PlayedDesk implements Desk {

    private final List<LaneOrder> orders = new ArrayList<>();
    private final List<Reading> readings = new ArrayList<>();
    private final List<Edit> edits = new ArrayList<>();
    private final List<HoldReview> reviews = new ArrayList<>();
    private final List<String> done = new ArrayList<>();
    private boolean away;

    @Override
    public synchronized void give(List<LaneOrder> given) {
        requireThere();
        orders.addAll(given);
    }

    @Override
    public synchronized void read(Reading reading) {
        requireThere();
        readings.add(reading);
    }

    @Override
    public synchronized void edit(Edit edit) {
        requireThere();
        edits.add(edit);
    }

    @Override
    public synchronized void putBack(Original original) {
        requireThere();
        done.add("put back " + original.event().place());
    }

    @Override
    public synchronized void giveUp(Original original) {
        requireThere();
        done.add("gave up " + original.event().place() + ": " + original.reason());
    }

    @Override
    public synchronized String contentOf(Original original) {
        requireThere();
        done.add("read " + original.event().place() + ": " + original.reason());
        return "the content";
    }

    @Override
    public synchronized void review(HoldReview review) {
        requireThere();
        reviews.add(review);
    }

    @Override
    public synchronized Optional<String> contentOf(HeldReading reading) {
        requireThere();
        done.add("read " + reading.held().place() + ": " + reading.reason());
        return Optional.of("the content");
    }

    @Override
    public synchronized Optional<Path> original(OriginalReading reading) {
        requireThere();
        done.add("original of " + reading.what() + ": " + reading.reason());
        try {
            return Optional.of(Files.writeString(Files.createTempFile("played-original", ""), "as it came"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized Optional<String> rawOf(Reading reading) {
        read(reading);
        return Optional.of("AQID");
    }

    /** What was said about held events. */
    synchronized List<HoldReview> reviews() {
        return List.copyOf(reviews);
    }

    /** What was done to records that were set aside. */
    synchronized List<String> done() {
        return List.copyOf(done);
    }

    synchronized List<Edit> edits() {
        return List.copyOf(edits);
    }

    synchronized List<LaneOrder> orders() {
        return List.copyOf(orders);
    }

    synchronized List<Reading> readings() {
        return List.copyOf(readings);
    }

    synchronized void goAway() {
        away = true;
    }

    synchronized void comeBack() {
        away = false;
    }

    synchronized void clear() {
        orders.clear();
        readings.clear();
        edits.clear();
        reviews.clear();
        done.clear();
        away = false;
    }

    private void requireThere() {
        if (away) {
            throw new DeskAwayException("away", new IllegalStateException("away"));
        }
    }
}
