/** The demo's last chapter: partners who speak no webhook, each with a server of its own kind. */
@NullMarked
package eu.estafette.local.demo.formats;

import org.jspecify.annotations.NullMarked;
