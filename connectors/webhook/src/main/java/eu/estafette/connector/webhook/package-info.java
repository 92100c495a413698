/**
 * Standard Webhooks 1.0.0, out and in: a notice goes out as a signed CloudEvent, an answer comes in signed the same way. One flow,
 * {@link eu.estafette.connector.webhook.WebhookRoutes}: envelope, post, judge.
 */
@NullMarked
package eu.estafette.connector.webhook;

import org.jspecify.annotations.NullMarked;
