package eu.estafette.connector.cloudevents;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A media type and its charset.
 *
 * @param type    type and subtype, in small letters
 * @param charset as the sender names it; UTF-8 if it names none, as JSON has it; empty for one that is not taken
 */
record ContentType(String type, Optional<Charset> charset) {

    private static final Map<String, Charset> CHARSETS = Map.of(
            "utf-8", StandardCharsets.UTF_8,
            "us-ascii", StandardCharsets.US_ASCII,
            "iso-8859-1", StandardCharsets.ISO_8859_1);

    static ContentType parse(String header) {
        String[] parts = header.split(";");
        Optional<Charset> charset = Optional.of(StandardCharsets.UTF_8);
        for (int i = 1; i < parts.length; i++) {
            String[] parameter = parts[i].split("=", 2);
            if (parameter.length == 2 && parameter[0].strip().equalsIgnoreCase("charset")) {
                String name = parameter[1].strip().replace("\"", "").toLowerCase(Locale.ROOT);
                charset = Optional.ofNullable(CHARSETS.get(name));
            }
        }
        return new ContentType(parts[0].strip().toLowerCase(Locale.ROOT), charset);
    }

    /** {@code application/json}, or any other JSON by its suffix. */
    boolean isJson() {
        return type.equals("application/json") || (type.startsWith("application/") && type.endsWith("+json"));
    }
}
