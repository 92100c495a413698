@NullMarked
package eu.estafette.domain.party;

import org.jspecify.annotations.NullMarked;
