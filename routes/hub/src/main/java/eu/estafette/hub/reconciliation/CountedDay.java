package eu.estafette.hub.reconciliation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** A calendar day of the hub's zone. An event belongs to the day it was accepted on, a notice to the day it was made on. */
record CountedDay(LocalDate date) {

    /** As for clocks and due dates. */
    static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

    static CountedDay of(Instant moment) {
        return new CountedDay(LocalDate.ofInstant(moment, ZONE));
    }

    boolean contains(Instant moment) {
        return of(moment).equals(this);
    }
}
