@NullMarked
package eu.estafette.console.operations;

import org.jspecify.annotations.NullMarked;
