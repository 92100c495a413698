package eu.estafette.connector.cloudevents;

import eu.estafette.domain.party.PartyId;
import java.util.Optional;
import org.apache.camel.Exchange;

/** Who calls, as the server in front of the route has established it. The route itself looks at no token. */
public interface CallerIdentity {

    /** The subject of the caller's token; empty if nobody was authenticated. */
    Optional<PartyId> of(Exchange exchange);
}
