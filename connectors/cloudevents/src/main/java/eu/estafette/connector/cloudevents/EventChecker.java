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
import eu.estafette.kit.problem.Issue.Stage;
import eu.estafette.kit.problem.Problem;
import java.util.List;
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
        Optional<String> id = event.quotableId();
        return switch (checks.check(event, caller)) {
            case Verdict.Accepted accepted ->
                new Good<>(new Fit(accepted.event().getId(), accepted.event().getSource(), accepted));
            case Verdict.Rejected(Stage stage, List<Issue> issues) ->
                new Refused<>(id.filter(known -> !isPersonal(issues)), Problem.ofIssues(stage, issues));
            case Verdict.NotAllowed(Issue issue) -> {
                doorLog.refused(new Refusal(caller.id(), issue.code(), sentence(issue)));
                yield new Refused<>(id, Problem.forbidden(issue));
            }
        };
    }

    /** Only the checks can tell that an id holds the number of a person who is known by caseRef. */
    private static boolean isPersonal(List<Issue> issues) {
        return issues.stream()
                .anyMatch(issue -> issue.code().equals("personNumberInKey")
                        && List.of("id", "ce-id").contains(issue.name()));
    }

    private static String sentence(Issue issue) {
        return issue.name() + issue.value().map(value -> " " + value).orElse("") + " " + issue.detail() + ".";
    }
}
