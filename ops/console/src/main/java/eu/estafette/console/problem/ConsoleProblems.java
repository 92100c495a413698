package eu.estafette.console.problem;

import eu.estafette.kit.problem.Issue;
import eu.estafette.kit.problem.Problem;
import eu.estafette.kit.problem.ProblemJson;
import eu.estafette.schemas.registry.RegistryException;
import java.sql.SQLException;
import java.util.List;
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
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** What goes wrong in a reading call, as problem details. */
@RestControllerAdvice(basePackages = "eu.estafette.console")
@Order(Ordered.HIGHEST_PRECEDENCE)
public class ConsoleProblems extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ConsoleProblems.class);
    private static final String BELGIF = "urn:problem-type:belgif:";
    private static final String UNDEFINED_TABLE = "42P01";
    private static final String RETRY_AFTER_SECONDS = "5";

    @ExceptionHandler
    ResponseEntity<byte[]> notFound(NotFoundException failure) {
        return answer(Problem.notFound(String.valueOf(failure.getMessage())));
    }

    @ExceptionHandler
    ResponseEntity<byte[]> badParameter(BadParameterException failure) {
        var issue = new Issue(
                Issue.Stage.SYNTAX,
                "parameter",
                "query",
                failure.name(),
                Optional.of(failure.value()),
                String.valueOf(failure.getMessage()));
        return answer(problem(
                HttpStatus.BAD_REQUEST,
                "badRequest",
                "A parameter of the call cannot be used; nothing was read.",
                List.of(issue)));
    }

    @ExceptionHandler
    ResponseEntity<byte[]> refused(RefusedException failure) {
        return answer(Problem.ofIssues(Issue.Stage.RULE, failure.issues()));
    }

    @ExceptionHandler
    ResponseEntity<byte[]> conflict(ConflictException failure) {
        return answer(problem(HttpStatus.CONFLICT, "conflict", String.valueOf(failure.getMessage()), List.of()));
    }

    @ExceptionHandler
    ResponseEntity<byte[]> deskAway(DeskAwayException failure) {
        log.atWarn().setCause(failure).log("what an operator did may not be durable");
        return unavailable(
                "Kafka did not confirm this in time, and whether it is durable is not known. To do it again does no harm.");
    }

    @ExceptionHandler
    ResponseEntity<byte[]> denied(AccessDeniedException ignored) {
        return answer(problem(
                HttpStatus.FORBIDDEN, "missingPermission", "This token's party may not make this call.", List.of()));
    }

    /** PostgreSQL away, or reached before the read model's tables were made. */
    @ExceptionHandler
    ResponseEntity<byte[]> database(DataAccessException failure) {
        return isAway(failure) ? unavailable(failure) : broken(failure);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> registry(RegistryException failure) {
        return unavailable(failure);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> broken(RuntimeException failure) {
        Problem problem = problem(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "internalServerError",
                "The hub could not answer; give its operators the instance of this problem.",
                List.of());
        log.atError()
                .addKeyValue("instance", problem.instance())
                .setCause(failure)
                .log("reading call failed");
        return answer(problem);
    }

    /** Spring's own refusals: a parameter of the wrong type, a wrong method. */
    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String detail = body instanceof ProblemDetail said && said.getDetail() != null
                ? said.getDetail()
                : "The call cannot be answered.";
        var known = Optional.ofNullable(HttpStatus.resolve(status.value())).orElse(HttpStatus.BAD_REQUEST);
        String type = known.is4xxClientError() ? "badRequest" : "internalServerError";
        // those that come may be read-only
        var all = new HttpHeaders();
        all.addAll(headers);
        all.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return new ResponseEntity<>(ProblemJson.bytes(problem(known, type, detail, List.of())), all, status);
    }

    private static ResponseEntity<byte[]> unavailable(RuntimeException failure) {
        log.atWarn()
                .addKeyValue("failure", failure.getClass().getSimpleName())
                .log("reading call refused: the read model cannot be reached");
        return unavailable(
                "The read model cannot be reached. What was accepted is kept and goes on; ask again in some seconds.");
    }

    private static ResponseEntity<byte[]> unavailable(String detail) {
        Problem problem = problem(HttpStatus.SERVICE_UNAVAILABLE, "serviceUnavailable", detail, List.of());
        return ResponseEntity.status(problem.status())
                .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemJson.bytes(problem));
    }

    private static ResponseEntity<byte[]> answer(Problem problem) {
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemJson.bytes(problem));
    }

    private static Problem problem(HttpStatus status, String type, String detail, List<Issue> issues) {
        return new Problem(
                BELGIF + type,
                status.getReasonPhrase(),
                status.value(),
                detail,
                "urn:uuid:" + UUID.randomUUID(),
                issues);
    }

    private static boolean isAway(DataAccessException failure) {
        return !(failure.getMostSpecificCause() instanceof SQLException cause)
                || Optional.ofNullable(cause.getSQLState())
                        .map(state -> state.equals(UNDEFINED_TABLE)
                                || List.of("08", "53", "57", "3D", "28").contains(state.substring(0, 2)))
                        .orElse(true);
    }
}
