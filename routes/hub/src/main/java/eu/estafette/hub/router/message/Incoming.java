package eu.estafette.hub.router.message;

import org.apache.kafka.common.header.Headers;

/**
 * A record of {@code estafette.events} as it came.
 *
 * @param key the subject key
 */
public record Incoming(String key, byte[] value, Headers headers, int partition, long offset) {}
