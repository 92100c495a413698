package eu.estafette.connector.webhook;

/**
 * A message with what its headers will say.
 *
 * @param timestamp seconds since 1970, real time
 * @param signature one {@code v1,<base64>} per secret, by blanks
 */
record SignedMessage(WebhookMessage message, long timestamp, String signature) {}
