package eu.estafette.hub.router.store;

import java.time.Instant;

/**
 * Where an accepted event stands on {@code estafette.events}, and since when.
 *
 * @param party      that sent it
 * @param acceptedAt the hub's time at acceptance
 */
public record Place(String party, int partition, long offset, Instant acceptedAt) {}
