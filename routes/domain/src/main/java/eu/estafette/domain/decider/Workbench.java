package eu.estafette.domain.decider;

/** The tools of one turn. */
record Workbench(Turn turn, Outbox outbox, Materials materials, Offers offers, Moves moves) {}
