/** XML of partners, read as if each of them meant harm: no DTD, no entities of their own, nothing fetched, nothing deeper or larger than allowed. */
@NullMarked
package eu.estafette.kit.xml;

import org.jspecify.annotations.NullMarked;
