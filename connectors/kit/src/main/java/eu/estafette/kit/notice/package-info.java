@NullMarked
package eu.estafette.kit.notice;

import org.jspecify.annotations.NullMarked;
