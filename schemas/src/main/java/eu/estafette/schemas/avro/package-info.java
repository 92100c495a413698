@NullMarked
package eu.estafette.schemas.avro;

import org.jspecify.annotations.NullMarked;
