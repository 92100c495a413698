package eu.estafette.domain.view;

import java.util.Optional;

/** Whether a role may read a category; from most to least. */
public enum Entitlement {
    ALWAYS,
    WITH_CONSENT,
    NEVER;

    /** The letters of {@code entitlements.csv}: Y, C and -. */
    public static Optional<Entitlement> ofLetter(String letter) {
        return switch (letter) {
            case "Y" -> Optional.of(ALWAYS);
            case "C" -> Optional.of(WITH_CONSENT);
            case "-" -> Optional.of(NEVER);
            default -> Optional.empty();
        };
    }
}
