/** Files that partners leave on a server: copied, kept, read record by record, answered with reply files, put away. */
@NullMarked
package eu.estafette.kit.file;

import org.jspecify.annotations.NullMarked;
