/** A Kafka broker and controller inside this JVM. */
@NullMarked
package eu.estafette.local.broker;

import org.jspecify.annotations.NullMarked;
