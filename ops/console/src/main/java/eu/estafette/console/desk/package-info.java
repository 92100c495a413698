/** What operators do: choose, tell lanes what to do about it, and read what came of that. Kafka is behind {@link Desk}. */
@NullMarked
package eu.estafette.console.desk;

import org.jspecify.annotations.NullMarked;
