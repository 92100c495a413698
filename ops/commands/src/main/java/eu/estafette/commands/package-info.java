/** What operators type. The commands ask a running hub over HTTP, or read configuration; they hold no state. */
@NullMarked
package eu.estafette.commands;

import org.jspecify.annotations.NullMarked;
