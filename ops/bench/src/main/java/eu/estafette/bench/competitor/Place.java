package eu.estafette.bench.competitor;

import java.nio.file.Path;

/**
 * Where a competitor runs.
 *
 * @param kafka bootstrap servers
 * @param state folder for what it keeps on disk
 */
record Place(String kafka, Path state) {}
