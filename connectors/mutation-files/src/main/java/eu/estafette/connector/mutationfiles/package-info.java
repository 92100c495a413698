/** Files in which KSZ and MAGDA publish what changed: batches of job seekers, and mutations of employments. */
@NullMarked
package eu.estafette.connector.mutationfiles;

import org.jspecify.annotations.NullMarked;
