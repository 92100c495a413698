package eu.estafette.kit.party;

import java.util.List;
import java.util.stream.Collectors;

/** The party files cannot be used as they are. Its message lists every fault, one per line. */
public class PartyFaultsException extends RuntimeException {

    private final transient List<PartyFault> faults;

    PartyFaultsException(List<PartyFault> faults) {
        super(faults.stream()
                .map(PartyFault::toString)
                .collect(Collectors.joining("\n", "the parties have faults:\n", "")));
        this.faults = List.copyOf(faults);
    }

    public List<PartyFault> faults() {
        return faults;
    }
}
