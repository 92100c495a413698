package eu.estafette.domain.decider;

import eu.estafette.domain.catalogue.Catalogue;

/** The tools of one turn. */
record Workbench(Turn turn, Outbox outbox, Materials materials, Offers offers, Moves moves) {

    static Workbench of(Catalogue catalogue, Steps steps, Turn turn) {
        Outbox outbox = new Outbox(turn);
        Materials materials = new Materials(catalogue, turn);
        Offers offers = new Offers(catalogue, steps, turn, outbox, materials);
        return new Workbench(turn, outbox, materials, offers, new Moves(catalogue, turn, outbox, offers));
    }
}
