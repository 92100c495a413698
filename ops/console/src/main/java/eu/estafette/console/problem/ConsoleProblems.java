package eu.estafette.console.problem;

import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** What goes wrong in a reading call, as problem details (RFC 9457, with Belgif's {@code issues}). */
@RestControllerAdvice(basePackages = "eu.estafette.console")
@Order(Ordered.HIGHEST_PRECEDENCE)
public class ConsoleProblems extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ConsoleProblems.class);
    private static final String TYPE = "urn:problem-type:belgif:";
    private static final String UNDEFINED_TABLE = "42P01";
    private static final String RETRY_AFTER_SECONDS = "5";

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notFound(NotFoundException failure) {
        return answer(problem(HttpStatus.NOT_FOUND, "resourceNotFound", failure.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> badParameter(BadParameterException failure) {
        ProblemDetail problem = problem(
                HttpStatus.BAD_REQUEST, "badRequest", "A parameter of the call cannot be used; nothing was read.");
        problem.setProperty(
                "issues",
                List.of(Map.of(
                        "type", "urn:problem-type:belgif:input-validation:schemaViolation",
                        "in", "query",
                        "name", failure.name(),
                        "value", failure.value(),
                        "detail", failure.getMessage())));
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> denied(AccessDeniedException ignored) {
        return answer(problem(HttpStatus.FORBIDDEN, "forbidden", "This token's party may not make this call."));
    }

    /** PostgreSQL away, or reached before the read model's tables were made. */
    @ExceptionHandler({DataAccessException.class, CannotCreateTransactionException.class})
    ResponseEntity<ProblemDetail> unavailable(RuntimeException failure) {
        if (failure instanceof DataAccessException answered && !isAway(answered)) {
            return broken(failure);
        }
        log.atWarn()
                .addKeyValue("failure", failure.getClass().getSimpleName())
                .log("reading call refused: the read model cannot be reached");
        ProblemDetail problem = problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "serviceUnavailable",
                "The read model cannot be reached. What was accepted is kept and goes on; ask again in some seconds.");
        return ResponseEntity.of(problem)
                .headers(headers -> {
                    headers.set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
                    headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
                })
                .build();
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> broken(RuntimeException failure) {
        ProblemDetail problem = problem(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "internalServerError",
                "The hub could not answer; give its operators the instance of this problem.");
        log.atError()
                .addKeyValue("instance", problem.getInstance())
                .setCause(failure)
                .log("reading call failed");
        return answer(problem);
    }

    /** Spring's own refusals: wrong method, missing parameter, media type. */
    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (body instanceof ProblemDetail problem) {
            problem.setType(URI.create(TYPE + (status.is4xxClientError() ? "badRequest" : "internalServerError")));
            problem.setInstance(URI.create("urn:uuid:" + UUID.randomUUID()));
            headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        }
        return new ResponseEntity<>(body, headers, status);
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static ProblemDetail problem(HttpStatus status, String type, @Nullable String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, String.valueOf(detail));
        problem.setType(URI.create(TYPE + type));
        problem.setInstance(URI.create("urn:uuid:" + UUID.randomUUID()));
        return problem;
    }

    private static boolean isAway(DataAccessException failure) {
        return !(failure.getMostSpecificCause() instanceof SQLException cause)
                || Optional.ofNullable(cause.getSQLState())
                        .map(state -> state.equals(UNDEFINED_TABLE)
                                || List.of("08", "53", "57", "3D", "28").contains(state.substring(0, 2)))
                        .orElse(true);
    }
}
