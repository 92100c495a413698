package eu.estafette.connector.cloudevents.out;

import eu.estafette.kit.http.HttpCalls;
import eu.estafette.kit.http.TokenGrant;
import java.net.URI;

/**
 * Where a partner takes events.
 *
 * @param source as whom the hub speaks there
 * @param binary attributes as headers and the data as body, in place of all in one
 */
record EventAddress(URI url, Profile profile, String source, boolean binary, TokenGrant grant) {

    @Override
    public String toString() {
        return HttpCalls.host(url);
    }
}
