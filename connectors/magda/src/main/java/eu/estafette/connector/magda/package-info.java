/** The Flemish service bus: it is told whom the hub follows, and asked about their employments. */
@NullMarked
package eu.estafette.connector.magda;

import org.jspecify.annotations.NullMarked;
