/** Absence in UwvML: what employers and their channels report to UWV when somebody falls ill, recovers, or did neither. */
@NullMarked
package eu.estafette.connector.uwvabsence;

import org.jspecify.annotations.NullMarked;
