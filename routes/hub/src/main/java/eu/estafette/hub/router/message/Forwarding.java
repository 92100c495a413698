package eu.estafette.hub.router.message;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** Says on an event that is forwarded or put back where it was accepted, as its sender was told; the event itself stays as it came. */
public final class Forwarding {

    /** Set by the router only; no connector puts anything of a partner into a header of this name. */
    static final String PLACE = "estafette.place";

    private static final Pattern FORM = Pattern.compile("(\\d{1,9})-(\\d{1,18})");

    private Forwarding() {}

    /** @param offset on {@code estafette.events} */
    record Origin(int partition, long offset) {}

    /** Absent where it came by itself, or where nobody could have been told what the header says. */
    static Optional<Origin> origin(Headers headers) {
        @Nullable Header place = headers.lastHeader(PLACE);
        if (place == null || place.value() == null) {
            return Optional.empty();
        }
        Matcher parts = FORM.matcher(new String(place.value(), StandardCharsets.UTF_8));
        return parts.matches()
                ? Optional.of(new Origin(Integer.parseInt(parts.group(1)), Long.parseLong(parts.group(2))))
                : Optional.empty();
    }

    static Headers mark(Incoming incoming) {
        return mark(incoming.headers(), incoming.partition() + "-" + incoming.offset());
    }

    /**
     * @param place partition and offset with a dash between; what the headers say already goes before it
     */
    public static Headers mark(Headers from, String place) {
        Headers headers = new RecordHeaders(from.toArray());
        if (origin(headers).isEmpty()) {
            headers.remove(PLACE);
            headers.add(PLACE, place.getBytes(StandardCharsets.UTF_8));
        }
        return headers;
    }
}
