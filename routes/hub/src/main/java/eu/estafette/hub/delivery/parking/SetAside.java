package eu.estafette.hub.delivery.parking;

/**
 * A notice that was set aside from its lane: where it lies, and its place in the order of its case. Not the notice itself, of which there
 * may be a million.
 *
 * @param noticeId the shelf's key; of what could not be read its place on the lane
 * @param offset   on the lane: ascending in the order of the case, unique in the partition
 * @param at       offset on its shelf, or one before it where that is not known
 */
public record SetAside(Shelf shelf, String noticeId, String caseId, long offset, long at) {}
