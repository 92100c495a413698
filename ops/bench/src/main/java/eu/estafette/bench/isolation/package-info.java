/** What one partner's trouble costs the others (promise P4). */
@NullMarked
package eu.estafette.bench.isolation;

import org.jspecify.annotations.NullMarked;
