package eu.estafette.domain.table;

/** A cell that cannot be read. Never leaves the loader, which adds file, line and row. */
final class CellFault extends RuntimeException {

    private final RulesetFault.Kind kind;

    CellFault(RulesetFault.Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    RulesetFault.Kind kind() {
        return kind;
    }

    /** The fault, at its place. */
    RulesetFault at(Place place) {
        return new RulesetFault(place.file(), place.line(), place.row(), kind, String.valueOf(getMessage()));
    }
}
