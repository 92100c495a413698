package eu.estafette.domain.decision;

import eu.estafette.domain.cases.OpenStep;

/** What happened to a step. */
public record StepChange(OpenStep step, Change change) {

    /** OPENED also when it is opened again with a new owner or date; MOVED to another owner; REOPENED because what closed it
     * never happened. */
    public enum Change {
        OPENED,
        MOVED,
        TAKEN,
        NEEDS_INFO,
        CLOSED,
        REOPENED
    }
}
