@NullMarked
package eu.estafette.schemas;

import org.jspecify.annotations.NullMarked;
