package eu.estafette.domain.table;

import java.util.List;
import java.util.stream.Collectors;

/** Tables that may not be used, with everything that is wrong with them. */
public class RulesetException extends RuntimeException {

    private final transient List<RulesetFault> faults;

    RulesetException(List<RulesetFault> faults) {
        super(faults.stream()
                .map(RulesetFault::toString)
                .collect(Collectors.joining("\n", faults.size() + " faults in the next-step tables:\n", "")));
        this.faults = List.copyOf(faults);
    }

    public List<RulesetFault> faults() {
        return faults;
    }
}
