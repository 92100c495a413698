@NullMarked
package eu.estafette.kit.token;

import org.jspecify.annotations.NullMarked;
