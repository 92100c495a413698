@NullMarked
package eu.estafette.console.readmodel;

import org.jspecify.annotations.NullMarked;
