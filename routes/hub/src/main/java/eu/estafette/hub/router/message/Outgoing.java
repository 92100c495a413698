package eu.estafette.hub.router.message;

import org.apache.kafka.common.header.Headers;

/**
 * A record on its way out of the router, encoded already: what cannot be encoded must show before anything is forwarded.
 *
 * @param topic one of several; the router has a single sink
 */
public record Outgoing(String topic, String key, byte[] value, Headers headers) {}
