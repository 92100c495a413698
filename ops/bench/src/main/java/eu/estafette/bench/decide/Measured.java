package eu.estafette.bench.decide;

import eu.estafette.domain.event.CaseEvent;

/** The events that are measured. */
public enum Measured {
    /** Somebody missed a course: two are told, which is about the mean. */
    ORDINARY(History.training("ABSENT", 2)),
    /** A second job: steps open, and everybody around the person is told. */
    HEAVY(History.job("JOB-2", "22222222"));

    private final CaseEvent event;

    Measured(CaseEvent event) {
        this.event = event;
    }

    CaseEvent event() {
        return event;
    }
}
