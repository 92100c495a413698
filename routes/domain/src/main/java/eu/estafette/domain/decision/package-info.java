@NullMarked
package eu.estafette.domain.decision;

import org.jspecify.annotations.NullMarked;
