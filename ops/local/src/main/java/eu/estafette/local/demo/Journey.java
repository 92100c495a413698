package eu.estafette.local.demo;

import java.util.ArrayList;
import java.util.List;

/** The events that partners sent in the demo, answers included: who sent each, and where its state can be read. */
final class Journey {

    private final List<Leg> legs = new ArrayList<>();

    record Leg(String party, String location) {}

    void add(String party, String location) {
        legs.add(new Leg(party, location));
    }

    List<Leg> legs() {
        return List.copyOf(legs);
    }
}
