package eu.estafette.kit.intake;

import eu.estafette.kit.check.EventChecks;
import eu.estafette.kit.check.Verdict;
import eu.estafette.kit.intake.DoorLog.Refusal;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.problem.Issue;
import eu.estafette.kit.problem.Issue.Stage;
import java.util.ArrayList;
import java.util.List;

/** Has what a connector translated checked like any other event, and tells what is wrong in the partner's own names. Thread-safe. */
public final class Screening {

    private final EventChecks checks;
    private final DoorLog doorLog;

    public Screening(EventChecks checks, DoorLog doorLog) {
        this.checks = checks;
        this.doorLog = doorLog;
    }

    /** What became of it. */
    public sealed interface Screened {

        /** Fit to be brought in. */
        record Fit(Verdict.Accepted accepted) implements Screened {}

        /** Not to be brought in; at least one issue, all of the first stage that found any. */
        record Unfit(List<Issue> issues) implements Screened {

            public Unfit {
                issues = List.copyOf(issues);
            }
        }
    }

    public Screened screen(Translated translated, Party sender) {
        return switch (checks.check(translated.event(), sender)) {
            case Verdict.Accepted accepted ->
                translated.broken().isEmpty() ? new Screened.Fit(accepted) : new Screened.Unfit(translated.broken());
            case Verdict.Rejected(Stage stage, List<Issue> issues) -> {
                List<Issue> all = new ArrayList<>();
                issues.forEach(issue -> all.add(renamed(issue, translated)));
                if (stage == Stage.RULE) {
                    all.addAll(translated.broken());
                }
                yield new Screened.Unfit(all);
            }
            case Verdict.NotAllowed(Issue issue) -> {
                doorLog.refused(new Refusal(sender.id(), issue.code(), issue.name() + " " + issue.detail() + "."));
                yield new Screened.Unfit(List.of(renamed(issue, translated)));
            }
        };
    }

    private static Issue renamed(Issue issue, Translated translated) {
        return new Issue(
                issue.stage(),
                issue.code(),
                issue.in(),
                translated.partnersName().apply(issue.name()),
                issue.value(),
                issue.detail());
    }
}
