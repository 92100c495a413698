/** Notices by Standard Webhooks: structured CloudEvents, signed, and the check of what partners sign themselves. */
@NullMarked
package eu.estafette.connector.webhook;

import org.jspecify.annotations.NullMarked;
