/**
 * CloudEvents 1.0 over HTTP, in the profiles of Belgif and NL GOV: the hub's own open contract. {@link EventsRoutes} is the way of a call,
 * {@link EventsFailures} what happens when it ends early.
 */
@NullMarked
package eu.estafette.connector.cloudevents;

import org.jspecify.annotations.NullMarked;
