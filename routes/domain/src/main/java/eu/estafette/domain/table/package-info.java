@NullMarked
package eu.estafette.domain.table;

import org.jspecify.annotations.NullMarked;
