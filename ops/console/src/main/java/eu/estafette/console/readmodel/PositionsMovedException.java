package eu.estafette.console.readmodel;

import org.apache.kafka.common.TopicPartition;

/** The stored position is not the one this process wrote last. Nothing was written; the projector reads the positions and starts over. */
final class PositionsMovedException extends RuntimeException {

    PositionsMovedException(TopicPartition partition) {
        super("The position of " + partition
                + " was changed by somebody else: another process projects, or the tables were emptied.");
    }
}
