@NullMarked
package eu.estafette.domain.view;

import org.jspecify.annotations.NullMarked;
