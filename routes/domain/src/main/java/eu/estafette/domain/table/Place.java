package eu.estafette.domain.table;

/** Where something stands in the files. */
public record Place(String file, int line, String row) {

    RulesetFault fault(RulesetFault.Kind kind, String message) {
        return new RulesetFault(file, line, row, kind, message);
    }

    @Override
    public String toString() {
        return "%s:%d".formatted(file, line);
    }
}
