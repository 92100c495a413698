package eu.estafette.hub.connectors;

import eu.estafette.domain.party.PartyId;
import eu.estafette.kit.intake.CallerIdentity;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;

/**
 * The party a call's token was issued to. Camel's engine serves calls on threads of its own, where Spring Security's thread-bound context
 * is empty, so it is read from the request that the bearer token filter left it on.
 */
final class TokenCaller implements CallerIdentity {

    private final RequestAttributeSecurityContextRepository contexts = new RequestAttributeSecurityContextRepository();

    @Override
    public Optional<PartyId> of(Map<String, Object> call) {
        return Optional.ofNullable(call.get(Exchange.HTTP_SERVLET_REQUEST))
                .map(HttpServletRequest.class::cast)
                .map(request -> contexts.loadDeferredContext(request).get().getAuthentication())
                .filter(Authentication::isAuthenticated)
                .map(caller -> new PartyId(caller.getName()));
    }
}
