@NullMarked
package eu.estafette.local.registry;

import org.jspecify.annotations.NullMarked;
