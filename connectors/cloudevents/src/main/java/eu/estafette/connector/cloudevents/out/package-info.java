/** Notices that leave as CloudEvents, to partners who give tokens for their own doors. */
@NullMarked
package eu.estafette.connector.cloudevents.out;

import org.jspecify.annotations.NullMarked;
