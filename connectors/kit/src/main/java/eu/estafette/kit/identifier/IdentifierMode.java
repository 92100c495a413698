package eu.estafette.kit.identifier;

/** Setting {@code estafette.identifiers}: whether numbers of test persons and test organisations are let in beside real ones. */
public enum IdentifierMode {
    PRODUCTION,
    TEST;

    public static IdentifierMode of(String setting) {
        return switch (setting) {
            case "production" -> PRODUCTION;
            case "test" -> TEST;
            default ->
                throw new IllegalArgumentException(
                        "estafette.identifiers is \"" + setting + "\"; it must be production or test");
        };
    }

    /** Whether a number of this kind may be used here. */
    public boolean admits(IdentifierCheck.Valid number) {
        return this == TEST || !number.test();
    }
}
