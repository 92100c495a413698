package eu.estafette.kit.check;

import eu.estafette.kit.party.Party;
import java.util.List;
import org.apache.avro.generic.GenericRecord;

/**
 * A message between two stages: read, but not yet accepted.
 *
 * @param content       in the contract of its type; identifiers are put in their own form on the way. An undoing message may lack what its
 *                      contract requires
 * @param droppedFields paths of what no event may hold
 */
record Draft(
        IncomingEvent message,
        Party sender,
        Attributes attributes,
        Envelope envelope,
        GenericRecord content,
        List<String> droppedFields) {

    Draft withEnvelope(Envelope changed) {
        return new Draft(message, sender, attributes, changed, content, droppedFields);
    }
}
