package eu.estafette.hub.router.message;

import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A record on its way out of the router, encoded already: what cannot be encoded must show before anything is forwarded.
 *
 * @param topic  one of several; the router has a single sink
 * @param beside the key whose partition it takes; absent where that is its own
 * @param value  absent: a tombstone
 */
public record Outgoing(String topic, String key, Optional<String> beside, byte @Nullable [] value, Headers headers) {

    public Outgoing(String topic, String key, byte[] value, Headers headers) {
        this(topic, key, Optional.empty(), value, headers);
    }
}
