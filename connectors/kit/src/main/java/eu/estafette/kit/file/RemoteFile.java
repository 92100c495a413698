package eu.estafette.kit.file;

import java.time.Instant;

/**
 * A file as its server lists it.
 *
 * @param name without folder
 * @param size bytes, so far
 */
public record RemoteFile(String name, long size, Instant modified) {}
