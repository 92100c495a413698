package eu.estafette.console.desk;

import eu.estafette.console.problem.DeskAwayException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Makes durable what operators do. Each call happens as a whole or not at all, and has happened once it returns. */
public interface Desk {

    /**
     * Puts commands on the partitions of the lanes that they concern, and into the journal. The same command once more is carried out once.
     *
     * @throws DeskAwayException if that is not certain; it can be tried again
     */
    void give(List<LaneOrder> orders);

    /**
     * Puts an edit on {@code estafette.events}, and the command that ends the old notice on its lane.
     *
     * @throws DeskAwayException if that is not certain; it can be tried again
     */
    void edit(Edit edit);

    /**
     * Puts an event that was set aside back where it came from, unchanged and under its own place, so that it counts as accepted once; has a
     * part that never became one read once more by the poller that fetched it.
     *
     * @throws DeskAwayException if that is not certain; it can be tried again
     * @throws eu.estafette.console.problem.ConflictException if it is solved already, or cannot be put back
     */
    void putBack(Original original);

    /**
     * Gives a record up that was set aside.
     *
     * @throws DeskAwayException if that is not certain; it can be tried again
     * @throws eu.estafette.console.problem.ConflictException if it is solved already
     */
    void giveUp(Original original);

    /**
     * What a record holds that was set aside; that an operator reads it is journaled first.
     *
     * @throws DeskAwayException if that is not certain
     * @throws eu.estafette.console.problem.ConflictException if it is solved already
     */
    String contentOf(Original original);

    /**
     * Puts what an operator says about a held event on {@code estafette.events}.
     *
     * @throws DeskAwayException if that is not certain; it can be tried again
     * @throws eu.estafette.console.problem.ConflictException if nobody can say any more to whom it belongs
     */
    void review(HoldReview review);

    /**
     * What an event holds that is held; that an operator reads it is journaled first. Absent if it is no longer kept.
     *
     * @throws DeskAwayException if that is not certain
     */
    Optional<String> contentOf(HeldReading reading);

    /**
     * What nobody could read of a dead letter, in base64; that an operator reads it is journaled first. Absent if it is resolved.
     *
     * @throws DeskAwayException if that is not certain
     */
    Optional<String> rawOf(Reading reading);

    /**
     * What a partner sent, in a new file that the caller deletes; that an operator reads it is journaled first. Absent if it is no longer kept.
     *
     * @throws DeskAwayException if that is not certain
     * @throws eu.estafette.console.problem.ConflictException if what it is named by is solved already
     */
    Optional<Path> original(OriginalReading reading);

    /**
     * Journals that an operator is about to read what a notice holds.
     *
     * @throws DeskAwayException if that is not certain; then it must not be shown
     */
    void read(Reading reading);
}
