/** Next-step tables: who must act and who is told, as rows that people can read and change. */
@NullMarked
package eu.estafette.domain.table;

import org.jspecify.annotations.NullMarked;
