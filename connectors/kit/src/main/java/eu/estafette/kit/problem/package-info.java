@NullMarked
package eu.estafette.kit.problem;

import org.jspecify.annotations.NullMarked;
