/** SOAP 1.1 towards partners: calls that are signed, limited in time and size, and read as if each partner meant harm. */
@NullMarked
package eu.estafette.kit.soap;

import org.jspecify.annotations.NullMarked;
