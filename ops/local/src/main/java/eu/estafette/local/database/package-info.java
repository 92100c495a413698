/** A PostgreSQL server beside this JVM. */
@NullMarked
package eu.estafette.local.database;

import org.jspecify.annotations.NullMarked;
