package eu.estafette.connector.cloudevents;

import eu.estafette.connector.cloudevents.Item.Good;
import eu.estafette.connector.cloudevents.Item.Refused;
import eu.estafette.connector.cloudevents.Post.Fit;
import eu.estafette.kit.check.EventChecks;
import eu.estafette.kit.check.IncomingEvent;
import eu.estafette.kit.check.Verdict;
import eu.estafette.kit.intake.DoorLog;
import eu.estafette.kit.intake.DoorLog.Refusal;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.problem.Issue;
import eu.estafette.kit.problem.Problem;
import java.util.Optional;

/** Has each event checked and puts the verdict into HTTP's words. */
final class EventChecker {

    private final EventChecks checks;
    private final DoorLog doorLog;

    EventChecker(EventChecks checks, DoorLog doorLog) {
        this.checks = checks;
        this.doorLog = doorLog;
    }

    Item<Fit> check(IncomingEvent event, Party caller) {
        Optional<String> id = Optional.ofNullable(event.attributes().get("id"));
        return switch (checks.check(event, caller)) {
            case Verdict.Accepted accepted ->
                new Good<>(new Fit(accepted.event().getId(), accepted.event().getSource(), accepted));
            case Verdict.Rejected rejected -> new Refused<>(id, Problem.ofIssues(rejected.stage(), rejected.issues()));
            case Verdict.NotAllowed(Issue issue) -> {
                doorLog.refused(new Refusal(caller.id(), issue.code(), sentence(issue)));
                yield new Refused<>(id, Problem.forbidden(issue));
            }
        };
    }

    private static String sentence(Issue issue) {
        return issue.name() + issue.value().map(value -> " " + value).orElse("") + " " + issue.detail() + ".";
    }
}
