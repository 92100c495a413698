/**
 * SETU Assignment 1.4, a Dutch profile of HR-XML: what staffing companies and their customers tell each other of who works where. Messages that come
 * in wait in a poller's inbox, because what a status message is about is known only from what came before.
 */
@NullMarked
package eu.estafette.connector.setu;

import org.jspecify.annotations.NullMarked;
