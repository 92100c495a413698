package eu.estafette.connector.cloudevents;

import eu.estafette.kit.check.EventChecks;
import eu.estafette.kit.intake.Allowance;
import eu.estafette.kit.intake.CallerIdentity;
import eu.estafette.kit.intake.DoorLog;
import eu.estafette.kit.intake.DoorSettings;
import eu.estafette.kit.intake.EventKeeper;
import eu.estafette.kit.intake.Intake;
import eu.estafette.kit.party.PartyRegistry;
import eu.estafette.kit.token.Tokens;
import java.time.InstantSource;

/** The connector, ready to be added to a Camel context: routes and the configuration they end in. */
public final class CloudEventsConnector {

    private final EventsSteps steps;

    public CloudEventsConnector(
            CallerIdentity callers,
            PartyRegistry parties,
            Allowance allowance,
            EventChecks checks,
            Intake intake,
            DoorLog doorLog,
            DoorSettings settings) {
        steps = new EventsSteps(
                new PostReader(callers, parties, doorLog, settings.bodyLimit()),
                new Admission(allowance),
                new EventChecker(checks, doorLog),
                new ItemKeeper(new EventKeeper(intake, settings.patience())),
                settings.retryAfter());
    }

    public EventsRoutes routes() {
        return new EventsRoutes(steps);
    }

    public AnswersRoutes answers(Tokens tokens, InstantSource hubClock) {
        return new AnswersRoutes(steps, new AnswerParser(tokens, hubClock));
    }

    public EventsFailures failures() {
        return new EventsFailures(steps);
    }
}
