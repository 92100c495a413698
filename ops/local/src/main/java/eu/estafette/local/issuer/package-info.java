/** An OAuth2 issuer that knows every party by the same public secret. Never part of a production hub. */
@NullMarked
package eu.estafette.local.issuer;

import org.jspecify.annotations.NullMarked;
