package eu.estafette.kit.party;

import java.util.List;
import org.yaml.snakeyaml.nodes.Node;

/** Gathers the faults of one file. */
record Faults(String file, List<PartyFault> all) {

    void add(int line, String text) {
        all.add(new PartyFault(file, line, text));
    }

    boolean ofThisFile() {
        return all.stream().anyMatch(fault -> fault.file().equals(file));
    }

    static int lineOf(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
