@NullMarked
package eu.estafette.console.events;

import org.jspecify.annotations.NullMarked;
