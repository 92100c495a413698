/** What partners sent, as they sent it. */
@NullMarked
package eu.estafette.kit.original;

import org.jspecify.annotations.NullMarked;
