/** Training organisations: a line per enrolment, attendance or completion in a CSV file over SFTP; rejects and a receipt come back. */
@NullMarked
package eu.estafette.connector.trainingcsv;

import org.jspecify.annotations.NullMarked;
