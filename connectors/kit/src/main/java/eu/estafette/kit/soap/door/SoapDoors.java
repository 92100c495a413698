package eu.estafette.kit.soap.door;

import eu.estafette.kit.intake.Allowance;
import eu.estafette.kit.intake.CallerIdentity;
import eu.estafette.kit.intake.DoorLog;
import eu.estafette.kit.intake.DoorSettings;
import eu.estafette.kit.intake.Intake;
import eu.estafette.kit.party.PartyRegistry;
import eu.estafette.kit.poll.PollerInbox;
import eu.estafette.kit.poll.WayIn;

/**
 * What all doors stand on.
 *
 * @param allowance how much a party may send
 * @param inbox     for standards whose messages wait for a poller
 * @param doorLog   who tried what he may not
 */
public record SoapDoors(
        CallerIdentity callers,
        PartyRegistry parties,
        Allowance allowance,
        WayIn wayIn,
        Intake intake,
        PollerInbox inbox,
        DoorLog doorLog,
        DoorSettings settings) {

    /** The door of one standard. */
    public SoapDoor of(SoapStandard standard) {
        return new SoapDoor(this, standard);
    }
}
