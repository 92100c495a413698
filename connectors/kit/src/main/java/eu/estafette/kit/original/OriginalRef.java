package eu.estafette.kit.original;

import java.util.regex.Pattern;

/**
 * Names what a partner sent by its content: the same bytes have the same name.
 *
 * @param sha256 64 hex characters, small letters
 */
public record OriginalRef(String sha256) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    public OriginalRef {
        if (!FORM.matcher(sha256).matches()) {
            throw new IllegalArgumentException("not a SHA-256 in hex: " + sha256);
        }
    }

    /** The event made of one part of it, such as a line: the same part gives the same id, however often it is read. */
    public String eventId(int part) {
        return sha256.substring(0, 32) + "-" + part;
    }

    @Override
    public String toString() {
        return sha256;
    }
}
