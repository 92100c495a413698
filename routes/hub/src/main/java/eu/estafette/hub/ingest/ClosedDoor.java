package eu.estafette.hub.ingest;

import eu.estafette.kit.problem.Problem;
import eu.estafette.kit.problem.ProblemJson;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.ServiceStatus;

/**
 * Tells callers to come again while the routes are not there yet, or no more: the web server opens before them and closes after them, and
 * would say 405 meanwhile, on which no sender tries again.
 */
final class ClosedDoor extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final List<String> ROUTES = List.of("ingest.accept", "answers.accept");

    private final transient CamelContext camel;
    private final long retryAfterSeconds;

    ClosedDoor(CamelContext camel, long retryAfterSeconds) {
        this.camel = camel;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!request.getMethod().equals("POST") || isOpen()) {
            chain.doFilter(request, response);
            return;
        }
        Problem problem = Problem.unavailable();
        response.setStatus(problem.status());
        response.setHeader("Retry-After", Long.toString(retryAfterSeconds));
        response.setContentType(ProblemJson.MEDIA_TYPE);
        response.getOutputStream().write(ProblemJson.bytes(problem));
    }

    /** Camel says that it has started once all routes have: those of other doors, too. */
    private boolean isOpen() {
        return camel.isStarted()
                && ROUTES.stream()
                        .allMatch(route -> camel.getRouteController().getRouteStatus(route) == ServiceStatus.Started);
    }
}
