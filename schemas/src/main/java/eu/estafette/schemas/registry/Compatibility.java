package eu.estafette.schemas.registry;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;

/** Who must be able to read whom when a subject gets a new schema; the registries' own words. */
public enum Compatibility {
    NONE(false, false, false),
    BACKWARD(true, false, false),
    BACKWARD_TRANSITIVE(true, false, true),
    FORWARD(false, true, false),
    FORWARD_TRANSITIVE(false, true, true),
    FULL(true, true, false),
    FULL_TRANSITIVE(true, true, true);

    private final boolean newReadsOld;
    private final boolean oldReadsNew;
    private final boolean transitive;

    Compatibility(boolean newReadsOld, boolean oldReadsNew, boolean transitive) {
        this.newReadsOld = newReadsOld;
        this.oldReadsNew = oldReadsNew;
        this.transitive = transitive;
    }

    /**
     * What stands against {@code next}, one sentence each; empty if nothing does.
     *
     * @param earlier the subject's schemas, oldest first
     */
    public List<String> faults(Schema next, List<Schema> earlier) {
        List<String> faults = new ArrayList<>();
        for (int i = transitive ? 0 : Math.max(0, earlier.size() - 1); i < earlier.size(); i++) {
            Schema old = earlier.get(i);
            if (newReadsOld) {
                faults.addAll(faults("the new schema cannot read version " + (i + 1), next, old));
            }
            if (oldReadsNew) {
                faults.addAll(faults("version " + (i + 1) + " cannot read the new schema", old, next));
            }
        }
        return List.copyOf(faults);
    }

    private static List<String> faults(String what, Schema reader, Schema writer) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getResult()
                .getIncompatibilities()
                .stream()
                .map(fault ->
                        "%s: %s at %s: %s".formatted(what, fault.getType(), fault.getLocation(), fault.getMessage()))
                .toList();
    }
}
