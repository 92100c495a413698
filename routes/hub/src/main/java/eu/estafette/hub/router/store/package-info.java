/** The cases as they are kept: between the domain's records and the entries of the case store. */
@NullMarked
package eu.estafette.hub.router.store;

import org.jspecify.annotations.NullMarked;
