package eu.estafette.hub.router.store;

import java.time.Instant;

/**
 * Where an accepted event stands on {@code estafette.events}, and since when.
 *
 * @param acceptedAt the hub's time at acceptance
 */
public record Place(int partition, long offset, Instant acceptedAt) {}
