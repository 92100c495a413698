package eu.estafette.connector.mutationfiles;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file's name as MAGDA makes it: {@code <prefix>_<publication>_<timestamp>.<ext>}, or with the publication in the prefix.
 *
 * @param publication what stands before the stamp
 */
record PublishedName(String publication, LocalDateTime stamp) {

    private static final Pattern FORM =
            Pattern.compile("(?<publication>.+)_(?<stamp>\\d{14})(?<millis>\\d{3})?\\.\\w+");
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

    static Optional<PublishedName> of(String fileName) {
        Matcher form = FORM.matcher(fileName);
        if (!form.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new PublishedName(form.group("publication"), LocalDateTime.parse(form.group("stamp"), STAMP)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
