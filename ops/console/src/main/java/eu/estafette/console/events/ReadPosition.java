package eu.estafette.console.events;

import eu.estafette.console.problem.BadParameterException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where an event stands on {@code estafette.events}, as the sender was told in {@code Location}: {@code ?at=<partition>-<offset>}. */
record ReadPosition(int partition, long offset) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,9})-(\\d{1,18})");

    static ReadPosition of(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new BadParameterException(
                    "at", text, "Give the address back as the Location header had it: at=<partition>-<offset>.");
        }
        return new ReadPosition(Integer.parseInt(matcher.group(1)), Long.parseLong(matcher.group(2)));
    }
}
