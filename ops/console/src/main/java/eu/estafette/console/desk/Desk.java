package eu.estafette.console.desk;

import eu.estafette.console.problem.DeskAwayException;
import java.util.List;

/** Makes durable what operators do. Each call happens as a whole or not at all, and has happened once it returns. */
public interface Desk {

    /**
     * Puts commands on the partitions of the lanes that they concern, and into the journal. The same command once more is carried out once.
     *
     * @throws DeskAwayException if that is not certain; it can be tried again
     */
    void give(List<LaneOrder> orders);

    /**
     * Journals that an operator is about to read what a notice holds.
     *
     * @throws DeskAwayException if that is not certain; then it must not be shown
     */
    void read(Reading reading);
}
