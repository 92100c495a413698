package eu.estafette.hub.router.message;

import org.apache.kafka.common.header.Headers;

/**
 * A record of {@code estafette.events} as it came.
 *
 * @param key the subject key
 */
public record Incoming(String key, byte[] value, Headers headers, int partition, long offset) {

    /** Whether it came under another subject key first, from which its case moved here. */
    public boolean isForwarded() {
        return Forwarding.origin(headers).isPresent();
    }
}
