package eu.estafette.connector.suwinet;

import java.util.Map;
import java.util.Optional;

/** UWV's kinds of employment in the hub's words, where they have one; the code itself goes along in any case. */
final class Kinds {

    static final String SCHEME = "UWV-CD-AARD-IKV";
    static final String OWN_SCHEME = "ESTAFETTE";

    private static final Map<String, String> BY_KIND = Map.of(
            "11", "TEMP_AGENCY",
            "21", "SUBSIDISED",
            "22", "SUBSIDISED",
            "23", "SUBSIDISED",
            "24", "SUBSIDISED",
            "82", "SECONDMENT");
    private static final Map<String, String> BY_CONTRACT = Map.of("B", "FIXED", "O", "OPEN");

    private Kinds() {}

    /** CONTRACT_FORM; empty where neither code tells it. */
    static Optional<String> contractForm(Employment employment) {
        return employment.kind().map(BY_KIND::get).or(() -> employment
                .contract()
                .map(BY_CONTRACT::get));
    }
}
