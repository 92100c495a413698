/** Employments of subscribed persons, asked of UWV by way of Suwinet and told by how one answer differs from the last. */
@NullMarked
package eu.estafette.connector.suwinet;

import org.jspecify.annotations.NullMarked;
