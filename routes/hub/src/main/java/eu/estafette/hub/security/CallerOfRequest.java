package eu.estafette.hub.security;

import eu.estafette.connector.cloudevents.CallerIdentity;
import eu.estafette.domain.party.PartyId;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.http.common.HttpMessage;

/** Who calls, as the filters in front of the routes have established it. */
public final class CallerOfRequest implements CallerIdentity {

    @Override
    public Optional<PartyId> of(Exchange exchange) {
        return Optional.ofNullable(exchange.getMessage(HttpMessage.class))
                .map(message -> message.getRequest().getAttribute(CallerFilter.CALLER))
                .map(caller -> new PartyId((String) caller));
    }
}
