@NullMarked
package eu.estafette.domain.cases;

import org.jspecify.annotations.NullMarked;
