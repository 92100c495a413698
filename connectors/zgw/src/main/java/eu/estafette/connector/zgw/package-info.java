/** ZGW Notificaties: Dutch municipalities tell each other that something changed, and where to read what. */
@NullMarked
package eu.estafette.connector.zgw;

import org.jspecify.annotations.NullMarked;
