@NullMarked
package eu.estafette.console.problem;

import org.jspecify.annotations.NullMarked;
