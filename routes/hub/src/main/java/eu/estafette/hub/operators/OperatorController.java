package eu.estafette.hub.operators;

import com.fasterxml.jackson.databind.JsonNode;
import eu.estafette.kit.intake.Intake;
import eu.estafette.kit.notice.StepId;
import eu.estafette.kit.problem.Issue.Stage;
import eu.estafette.kit.problem.Problem;
import eu.estafette.kit.problem.ProblemJson;
import eu.estafette.kit.token.SubjectKey;
import eu.estafette.kit.token.Tokens;
import java.net.URI;
import java.security.Principal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Answers to steps that are with nobody. An answer is an event of the hub, with the operator's name; it is accepted once it is durable, and
 * what becomes of it is decided as of any answer.
 */
@RestController
@RequestMapping("/api/ops/steps")
@PreAuthorize("hasRole('OPERATOR')")
public class OperatorController {

    private static final Logger log = LoggerFactory.getLogger(OperatorController.class);
    private static final String RETRY_AFTER_SECONDS = "5";

    private final AnswerEvents events;
    private final Tokens tokens;
    private final Intake intake;
    private final Duration patience;

    OperatorController(AnswerEvents events, Tokens tokens, Intake intake, Duration patience) {
        this.events = events;
        this.tokens = tokens;
        this.intake = intake;
        this.patience = patience;
    }

    /** @param stepId as the list of steps has it */
    @PostMapping(path = "/{stepId}/answer", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> answer(@PathVariable String stepId, @RequestBody JsonNode body, Principal operator)
            throws InterruptedException {
        Optional<StepId> step = StepId.parse(stepId);
        Optional<SubjectKey> subject = step.map(StepId::caseRef).flatMap(tokens::subjectOfCaseRef);
        if (subject.isEmpty()) {
            return problem(Problem.notFound("There is no step of that id; nothing was kept."));
        }
        StepAnswer.Read answer = StepAnswer.read(body);
        if (!answer.issues().isEmpty()) {
            return problem(Problem.ofIssues(Stage.SYNTAX, answer.issues()));
        }
        return keep(subject.get(), events.of(stepId, step.get(), answer.data(), operator.getName()));
    }

    private ResponseEntity<?> keep(SubjectKey subject, eu.estafette.contract.message.CaseEvent event)
            throws InterruptedException {
        try {
            Intake.Accepted at = intake.accept(subject, event).get(patience.toMillis(), TimeUnit.MILLISECONDS);
            log.atInfo()
                    .addKeyValue("event", event.getId())
                    .addKeyValue("operator", event.getPerson())
                    .log("operator answered a step");
            String location = "/api/events/" + event.getId() + "?at=" + at.partition() + "-" + at.offset();
            return ResponseEntity.accepted()
                    .location(URI.create(location))
                    .body(Map.of("id", event.getId(), "source", event.getSource(), "state", "ACCEPTED"));
        } catch (ExecutionException | TimeoutException e) {
            log.atWarn()
                    .addKeyValue("event", event.getId())
                    .addKeyValue("failure", e.getClass().getSimpleName())
                    .log("operator's answer not kept");
            return problem(Problem.unavailable());
        }
    }

    private static ResponseEntity<byte[]> problem(Problem problem) {
        var answer = ResponseEntity.status(problem.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        return (problem.status() == 503 ? answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS) : answer)
                .body(ProblemJson.bytes(problem));
    }
}
