@NullMarked
package eu.estafette.console.mailbox;

import org.jspecify.annotations.NullMarked;
