package eu.estafette.local.clock;

import eu.estafette.local.clock.TimeMachine.Moved;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The hub's clock for operators of a hub that runs with a time machine; without one these calls do not exist. */
@RestController
@RequestMapping("/api/ops/clock")
@PreAuthorize("hasRole('OPERATOR')")
public class ClockController {

    private final TimeMachine machine;

    ClockController(TimeMachine machine) {
        this.machine = machine;
    }

    record Now(Instant now) {}

    @GetMapping
    Now now() {
        return new Now(machine.now());
    }

    /** Answers once all that fell due on the way is routed. */
    @PutMapping
    Moved move(@RequestBody Now to) throws InterruptedException {
        Instant now = machine.now();
        if (to.now() == null) {
            throw problem(HttpStatus.BAD_REQUEST, "the body needs \"now\", such as {\"now\":\"2026-09-01T08:00:00Z\"}");
        }
        if (to.now().isBefore(now)) {
            throw problem(HttpStatus.CONFLICT, "it is " + now + " already, and time only moves forward");
        }
        return machine.moveTo(to.now());
    }

    private static ErrorResponseException problem(HttpStatus status, String detail) {
        return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, detail), null);
    }
}
