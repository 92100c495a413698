@NullMarked
package eu.estafette.console;

import org.jspecify.annotations.NullMarked;
