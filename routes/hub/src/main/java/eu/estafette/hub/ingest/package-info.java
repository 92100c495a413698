/**
 * The way in: a connector has checked a message and made an event of it; here it becomes durable. Order of effects: check, Kafka's
 * acknowledgement, the partner's. A crash between the latter two leaves an event in Kafka whose sender was told nothing; he sends it again,
 * and the router finds a duplicate.
 */
@NullMarked
package eu.estafette.hub.ingest;

import org.jspecify.annotations.NullMarked;
