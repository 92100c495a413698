package eu.estafette.domain.decision;

import eu.estafette.domain.cases.OpenStep;

/** What happened to a step; as it is after it, or was before it closed. */
public record StepChange(OpenStep step, Change change) {

    /**
     * OPENED also when it is opened again with a new owner or date; MOVED to another owner; OVERDUE with the owner that took it, from the
     * second time for the operators to see; EXPIRED with the consent it waited for, for the operators to see; REOPENED because what closed
     * it never happened.
     */
    public enum Change {
        OPENED,
        MOVED,
        TAKEN,
        NEEDS_INFO,
        OVERDUE,
        CLOSED,
        EXPIRED,
        REOPENED
    }
}
