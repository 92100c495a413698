package eu.estafette.kit.party;

import java.util.List;

/**
 * What the party files say.
 *
 * @param parties those without faults of their own, by file name
 * @param faults  all that is wrong, by file and line
 */
public record LoadedParties(List<Party> parties, List<PartyFault> faults) {

    public LoadedParties {
        parties = List.copyOf(parties);
        faults = List.copyOf(faults);
    }

    /**
     * The registry to run with.
     *
     * @throws PartyFaultsException if anything is wrong: a hub that leaves a party out would tell senders that it does not exist
     */
    public PartyRegistry registry() {
        if (!faults.isEmpty()) {
            throw new PartyFaultsException(faults);
        }
        return new PartyRegistry(parties);
    }
}
