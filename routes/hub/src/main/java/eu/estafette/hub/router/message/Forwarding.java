package eu.estafette.hub.router.message;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** Says on a forwarded event where it was accepted, as its sender was told; the event itself stays as it came. */
final class Forwarding {

    /** Set by the router only; no connector puts anything of a partner into a header of this name. */
    static final String PLACE = "estafette.place";

    private Forwarding() {}

    /** @param offset on {@code estafette.events} */
    record Origin(int partition, long offset) {}

    static Optional<Origin> origin(Headers headers) {
        @Nullable Header place = headers.lastHeader(PLACE);
        if (place == null) {
            return Optional.empty();
        }
        String[] parts = new String(place.value(), StandardCharsets.UTF_8).split("-", 2);
        return Optional.of(new Origin(Integer.parseInt(parts[0]), Long.parseLong(parts[1])));
    }

    static Headers mark(Incoming incoming) {
        Headers headers = new RecordHeaders(incoming.headers().toArray());
        if (origin(headers).isEmpty()) {
            String place = incoming.partition() + "-" + incoming.offset();
            headers.add(PLACE, place.getBytes(StandardCharsets.UTF_8));
        }
        return headers;
    }
}
