@NullMarked
package eu.estafette.domain.event;

import org.jspecify.annotations.NullMarked;
