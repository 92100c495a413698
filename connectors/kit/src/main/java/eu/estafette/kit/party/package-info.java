@NullMarked
package eu.estafette.kit.party;

import org.jspecify.annotations.NullMarked;
