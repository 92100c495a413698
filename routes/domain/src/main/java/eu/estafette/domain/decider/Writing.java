package eu.estafette.domain.decider;

import eu.estafette.domain.catalogue.Catalogue;

/** What one turn is written with: lives as long as it. */
record Writing(Outbox outbox, Materials materials, Offers offers, Moves moves) {

    static Writing of(Catalogue catalogue, Steps steps, Turn turn) {
        Outbox outbox = new Outbox(turn);
        Materials materials = new Materials(catalogue, turn);
        Offers offers = new Offers(catalogue, steps, turn, outbox, materials);
        return new Writing(outbox, materials, offers, new Moves(catalogue, turn, outbox, offers));
    }
}
