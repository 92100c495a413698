@NullMarked
package eu.estafette.console.cases;

import org.jspecify.annotations.NullMarked;
