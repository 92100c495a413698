package eu.estafette.hub.security;

import eu.estafette.kit.party.Party;
import eu.estafette.kit.party.PartyRegistry;
import eu.estafette.kit.token.Tokens;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Knows a party by the webhook signature on its answer. The notice id says which party it must be, that party's secrets say whether it is.
 * A call without a signature, or with a wrong one, goes on without a caller and is refused further on.
 */
final class SignedAnswerFilter extends OncePerRequestFilter {

    private static final Pattern ANSWER = Pattern.compile("/api/notices/([^/]+)/answer");

    private final PartyRegistry parties;
    private final Tokens tokens;
    private final AnswerSignatures signatures;
    private final int limit;
    private final SecurityContextRepository contexts = new RequestAttributeSecurityContextRepository();

    /** @param limit bytes of a body that are looked at; a longer one is refused by the route */
    SignedAnswerFilter(PartyRegistry parties, Tokens tokens, AnswerSignatures signatures, int limit) {
        this.parties = parties;
        this.tokens = tokens;
        this.signatures = signatures;
        this.limit = limit;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader("webhook-signature") == null
                || !ANSWER.matcher(request.getRequestURI()).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        byte[] body = request.getInputStream().readNBytes(limit + 1);
        signer(request, body).ifPresent(party -> authenticate(party, request, response));
        chain.doFilter(new ReadAgain(request, body), response);
    }

    private Optional<Party> signer(HttpServletRequest request, byte[] body) {
        Matcher path = ANSWER.matcher(request.getRequestURI());
        return path.matches()
                ? parties.all().stream()
                        .filter(party -> tokens.openNoticeId(
                                        path.group(1), party.id().value())
                                .isPresent())
                        .filter(party -> signatures.isGenuine(party, body, headers(request)))
                        .findFirst()
                : Optional.empty();
    }

    private static Map<String, List<String>> headers(HttpServletRequest request) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        Collections.list(request.getHeaderNames())
                .forEach(name -> headers.put(name, Collections.list(request.getHeaders(name))));
        return headers;
    }

    /** On the request as well, as the bearer token filter does it: routes run on threads of their own. */
    private void authenticate(Party party, HttpServletRequest request, HttpServletResponse response) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                party.id().value(), "", AuthorityUtils.createAuthorityList("ROLE_PARTY")));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }
}
