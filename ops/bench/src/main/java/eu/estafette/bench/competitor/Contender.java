package eu.estafette.bench.competitor;

import eu.estafette.hub.router.Router;

/** Who takes part. */
public enum Contender {
    /** The hub's router. */
    ESTAFETTE(
            "estafette",
            new Semantics(
                    "what was not committed is done again from the last commit; nothing is lost",
                    "none for those who read what is committed",
                    "per subject, also after a restart or rebalance")) {
        @Override
        Competitor compete(Place place, Router router) {
            return new EstafetteRouter(place, router);
        }
    },

    /** Consume, route, produce in one transaction. */
    RAW_LOOP(
            "raw-loop",
            new Semantics(
                    "as estafette, but it must be started by hand and then reads the whole changelog; a rebalance is not handled",
                    "none for those who read what is committed",
                    "per subject while one process runs")) {
        @Override
        Competitor compete(Place place, Router router) {
            return new RawLoop(place.kafka(), router);
        }
    },

    /** Camel's route from Kafka to Kafka. */
    CAMEL_PER_RECORD(
            "camel-per-record",
            new Semantics(
                    "up to five seconds of events are decided again on a state that knows them, so their notices are missing where"
                            + " only the state was written, and half of an event's records can stand alone",
                    "journal entries of events decided again; notices where their state was not written",
                    "per subject; a failed event is logged and passed over")) {
        @Override
        Competitor compete(Place place, Router router) {
            return new CamelPerRecord(place.kafka(), router);
        }
    };

    private final String label;
    private final Semantics semantics;

    Contender(String label, Semantics semantics) {
        this.label = label;
        this.semantics = semantics;
    }

    /**
     * What a speed is worth.
     *
     * @param afterKill9 what a process killed in the middle leaves behind
     */
    public record Semantics(String afterKill9, String duplicates, String order) {}

    /** Its name in the report. */
    public String label() {
        return label;
    }

    public Semantics semantics() {
        return semantics;
    }

    abstract Competitor compete(Place place, Router router);
}
