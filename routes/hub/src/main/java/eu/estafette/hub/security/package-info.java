@NullMarked
package eu.estafette.hub.security;

import org.jspecify.annotations.NullMarked;
