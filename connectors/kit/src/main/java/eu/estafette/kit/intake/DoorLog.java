package eu.estafette.kit.intake;

import eu.estafette.domain.party.PartyId;

/**
 * Keeps on record who tried to send what he may not. Never holds the caller up and never fails him: the refusal stands whether or not it
 * could be recorded.
 */
public interface DoorLog {

    void refused(Refusal refusal);

    /**
     * A message that its sender may not send.
     *
     * @param party  the one whose token it came with
     * @param code   a stable code: {@code sourceNotYours}, {@code senderNotEntitled}
     * @param detail one sentence; holds no person number
     */
    record Refusal(PartyId party, String code, String detail) {}
}
