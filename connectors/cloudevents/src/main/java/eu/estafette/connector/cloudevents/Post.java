package eu.estafette.connector.cloudevents;

import eu.estafette.kit.check.Verdict;
import eu.estafette.kit.intake.Intake;
import eu.estafette.kit.party.Party;
import java.util.List;
import java.util.SequencedMap;

/**
 * A call that could be read.
 *
 * @param attributes CloudEvents attributes of the HTTP headers; binary mode only
 * @param text       the body, decoded
 */
record Post(Party caller, Mode mode, SequencedMap<String, String> attributes, String text) {

    /** How the event lies in the call (CloudEvents HTTP binding, section 3). */
    enum Mode {
        BINARY,
        STRUCTURED,
        BATCH
    }

    /** The events of a call between two steps, in the order in which they were posted. */
    record Events<T>(Party caller, Mode mode, List<Item<T>> items) {

        Events {
            items = List.copyOf(items);
        }

        <R> Events<R> with(List<Item<R>> next) {
            return new Events<>(caller, mode, next);
        }
    }

    /** An event that passed the checks. */
    record Fit(String id, String source, Verdict.Accepted accepted) {}

    /** An event that is durable in Kafka. */
    record Kept(String id, String source, List<String> droppedFields, Intake.Accepted at) {

        Kept {
            droppedFields = List.copyOf(droppedFields);
        }
    }
}
