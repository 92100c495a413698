/** What flows have in common that share their work by a consumer group: each partition's work is done by one process at a time. */
@NullMarked
package eu.estafette.hub.group;

import org.jspecify.annotations.NullMarked;
