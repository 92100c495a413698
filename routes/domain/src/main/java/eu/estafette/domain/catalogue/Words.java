package eu.estafette.domain.catalogue;

import java.util.List;
import java.util.regex.Pattern;

/** Splits what is separated by blanks. */
public final class Words {

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private Words() {}

    public static List<String> of(String text) {
        String stripped = text.strip();
        return stripped.isEmpty() ? List.of() : List.of(BLANKS.split(stripped));
    }
}
