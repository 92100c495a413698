package eu.estafette.hub.delivery.command;

import eu.estafette.contract.message.LaneCommand;
import eu.estafette.hub.delivery.lane.LanePartition;

/** What was read of an operator's command. */
sealed interface Told {

    LanePartition partition();

    /** Its id; of what cannot be read its key or place. */
    String id();

    /** A command. */
    record Order(LanePartition partition, LaneCommand command) implements Told {
        @Override
        public String id() {
            return command.getCommandId();
        }
    }

    /** Nothing that could be carried out. */
    record Garbled(LanePartition partition, String id, String why) implements Told {}
}
