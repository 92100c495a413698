package eu.estafette.hub.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Writes who calls on the request itself: Camel handles it on a thread of its own, where the security context does not follow. */
final class CallerFilter extends OncePerRequestFilter {

    /** Request attribute: the caller's party id. */
    static final String CALLER = "estafette.caller";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        if (caller != null && caller.isAuthenticated()) {
            request.setAttribute(CALLER, caller.getName());
        }
        chain.doFilter(request, response);
    }
}
