/**
 * The three stages between what a partner sends and an event: syntax, identifiers, rules. Each runs only if the one before found nothing,
 * and each names all it finds.
 */
@NullMarked
package eu.estafette.kit.check;

import org.jspecify.annotations.NullMarked;
