package eu.estafette.domain.event;

import java.util.Optional;

/** A value of a code list. Codes of an unknown scheme or list are kept as they came. */
public record Code(String scheme, String code, Optional<String> text) {

    public static final String OWN_SCHEME = "ESTAFETTE";

    public static Code own(String code) {
        return new Code(OWN_SCHEME, code, Optional.empty());
    }
}
