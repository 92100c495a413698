package eu.estafette.console.desk;

import eu.estafette.contract.message.Notice;
import eu.estafette.contract.message.Payload;

/**
 * A dead notice that is to go out anew, with other content.
 *
 * @param eventId the same for the same edit of the same notice
 * @param old     as it was sent
 * @param payload what the new one holds, in the contract of the same view
 * @param discard ends the old one
 */
public record Edit(String eventId, Notice old, Payload payload, LaneOrder discard) {}
