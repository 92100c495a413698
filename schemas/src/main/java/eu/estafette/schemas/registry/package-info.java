@NullMarked
package eu.estafette.schemas.registry;

import org.jspecify.annotations.NullMarked;
