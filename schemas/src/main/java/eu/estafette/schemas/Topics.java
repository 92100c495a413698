package eu.estafette.schemas;

/** The names of the topics: part of the public contract, never changed. */
public final class Topics {

    public static final String EVENTS = "estafette.events";
    public static final String JOURNAL = "estafette.journal";
    public static final String NOTICES = "estafette.notices";
    public static final String INVALID = "estafette.invalid";

    /** Begins the keys on {@link #INVALID} of what never became an event; the others are places on {@link #EVENTS}. */
    public static final String AT_THE_DOOR = "door:";

    /** What the journal held, signed, in a chain per partition. */
    public static final String JOURNAL_SEALS = "estafette.journal-seals";

    /** The sums of each day, signed, in one chain. */
    public static final String RECONCILIATIONS = "estafette.reconciliations";

    /** Nothing is ever written there: whoever has a partition of it runs the pollers that fall on it. */
    public static final String POLLERS = "estafette.pollers";

    /** What pollers remember, keyed by poller and name; partitioned as the pollers are. */
    public static final String CONNECTOR_STATE = "estafette.connector-state";

    /** What partners sent, as they sent it, in pieces: keyed by the hash of the whole and the number of the piece. */
    public static final String ORIGINALS = "estafette.originals";

    /** Changelog of the router's case store; named by Kafka Streams from application id and store. */
    public static final String CASES = "estafette-cases-changelog";

    private static final String LANE = "estafette.lane.";
    private static final String DEAD = "estafette.dead.";
    private static final String LEDGER = "estafette.ledger.";
    private static final String RECALL = "estafette.recall.";
    private static final String PARKED = "estafette.parked.";
    private static final String PARK_STATE = "estafette.park-state.";
    private static final String COMMANDS = "estafette.commands.";

    private Topics() {}

    /** What waits for one party, keyed by case. */
    public static String lane(String party) {
        return LANE + party;
    }

    /** The Dead Letter Channel of one party, keyed by notice. */
    public static String dead(String party) {
        return DEAD + party;
    }

    /** Notices of one party that were finished above the committed low-water mark. */
    public static String ledger(String party) {
        return LEDGER + party;
    }

    /** Notices of one party that were asked back and are neither caught nor known to be delivered yet, keyed by notice. */
    public static String recall(String party) {
        return RECALL + party;
    }

    /** Notices of one party that wait behind a dead one of their case, keyed by notice. */
    public static String parked(String party) {
        return PARKED + party;
    }

    /** Which cases of one party are parked, whether its lane is paused, and how far its commands are carried out. */
    public static String parkState(String party) {
        return PARK_STATE + party;
    }

    /** What operators tell the owner of one party's lane to do, keyed by command. */
    public static String commands(String party) {
        return COMMANDS + party;
    }

    /** The party whose lane this is. */
    public static String partyOfLane(String topic) {
        if (!topic.startsWith(LANE)) {
            throw new IllegalArgumentException(topic + " is no lane");
        }
        return topic.substring(LANE.length());
    }
}
