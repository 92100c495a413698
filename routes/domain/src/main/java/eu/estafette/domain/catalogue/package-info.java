/** The normative lists of the domain, shipped as data: events, code lists, views, entitlements, steps, clocks. */
@NullMarked
package eu.estafette.domain.catalogue;

import org.jspecify.annotations.NullMarked;
