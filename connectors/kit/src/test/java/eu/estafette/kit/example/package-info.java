/** The small connector that {@code connectors/README.md} walks through: a whole one, tried like the others, and shipped with none. */
@NullMarked
package eu.estafette.kit.example;

import org.jspecify.annotations.NullMarked;
