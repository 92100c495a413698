package eu.estafette.domain.table;

import eu.estafette.domain.cases.Phase;

/** What a row does when it fires. */
public sealed interface Effect {

    /** Somebody must take this step. */
    record Act(String step) implements Effect {}

    /** Nobody needs to act, on purpose. */
    record NoAct() implements Effect {}

    /** These are told, in this view. */
    record InformView(String view) implements Effect {}

    /** These are told, each in its own view of the event's family; nothing if it has none. */
    record InformOwn() implements Effect {}

    record Close(String step) implements Effect {}

    /** The resting phase becomes this. */
    record Rest(Phase phase) implements Effect {}

    record StartClock(String clock) implements Effect {}

    record StopClock(String clock) implements Effect {}
}
