package eu.estafette.hub.keeping;

import java.util.List;

/** The hub does not start: something open would be lost sooner or later. Holds all faults, each with the two sides that contradict. */
public class StartRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final List<String> faults;

    StartRefusedException(List<String> faults) {
        super("The hub does not start, because what is open could be lost:\n - " + String.join("\n - ", faults));
        this.faults = List.copyOf(faults);
    }

    public List<String> faults() {
        return faults;
    }
}
