/** What operators type: each command asks a running hub, or checks what it would be configured with, and prints the answer. */
@NullMarked
package eu.estafette.commands;

import org.jspecify.annotations.NullMarked;
